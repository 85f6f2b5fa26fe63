import { Trans, useLingui } from '@lingui/react/macro';
import { Select, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import type { ClientId, UserId } from '#contracts/ids.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { Gutter } from '#ui/Page.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { Person } from '#ui/Person.tsx';
import { usePeople } from '../members/usePeople.ts';
import { useHere } from '../session/me.ts';
import classes from './access.module.css';
import { actions, isAction, useActionWord } from './actions.ts';
import { ClientField, useClientName } from './ClientField.tsx';
import { explanationOf, type Question } from './queries.ts';
import { Answer } from './Verdict.tsx';

export const route = createLazyRoute('/app/settings/explain')({ component: ExplainPage });

/** Why somebody can or cannot do something. The address is the question, so that it can be sent on. */
function ExplainPage() {
  const { t } = useLingui();
  const { who, action, client } = route.useSearch();
  const { user } = useHere();
  const navigate = useNavigate();
  const people = usePeople();
  const word = useActionWord();
  const ask = (next: {
    who?: string | undefined;
    action?: string | undefined;
    client?: string | undefined;
  }) => void navigate({ to: '/settings/explain', search: (old) => ({ ...old, ...next }), replace: true });

  const subject = (who ?? user.id) as UserId;
  const name = people.nameOf(subject);
  const everybody = people.members ?? [{ userId: user.id, name: user.name, email: user.email }];
  return (
    <>
      <PageHead
        title={t`Explain access`}
        description={<Trans>Which gate stands between a person and a page, and who can open it.</Trans>}
      />
      <Gutter gap={0}>
        <div className={classes.question}>
          <Select
            label={t`Who`}
            searchable
            allowDeselect={false}
            leftSection={name ? <Person id={subject} name={name} size={20} /> : undefined}
            data={everybody.map((one) => ({ value: one.userId, label: one.name }))}
            value={subject}
            onChange={(id) => ask({ who: id ?? undefined })}
          />
          <Select
            label={t`Wants to`}
            placeholder={t`Choose or search`}
            searchable
            nothingFoundMessage={t`No such key`}
            data={actions.map((key) => ({ value: key, label: word(key) }))}
            // By word or by key: whoever reads a log knows the key.
            filter={({ options, search }) =>
              options.filter((option) => {
                if (!('value' in option)) return true;
                const text = `${option.label} ${option.value}`.toLocaleLowerCase();
                return text.includes(search.trim().toLocaleLowerCase());
              })
            }
            value={action && isAction(action) ? action : null}
            onChange={(key) => ask({ action: key ?? undefined })}
          />
          <div className={classes.whole}>
            <ClientField
              label={t`With the client`}
              value={client as ClientId | undefined}
              onChange={(id) => ask({ client: id })}
            />
          </div>
        </div>
        {action && isAction(action) ? (
          <Explained question={{ subject, action, record: client as ClientId | undefined }} />
        ) : (
          <p className={classes.answer}>
            <Trans>Choose what the person wants to do, and the gates are shown here.</Trans>
          </p>
        )}
      </Gutter>
    </>
  );
}

function Explained({ question }: { question: Question }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const clientName = useClientName(question.record);
  const { data, error, isError, refetch } = useQuery({
    ...explanationOf(workspaceId, question),
    placeholderData: keepPreviousData,
  });
  if (isError) {
    return (
      <EmptyState
        kind="error"
        title={t`This could not be explained`}
        traceId={traceIdOf(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) {
    return (
      <div className={classes.answer} aria-busy="true">
        <Skeleton height={20} width={320} />
        <Skeleton height={300} />
      </div>
    );
  }
  return <Answer explanation={data} clientName={clientName} />;
}
