import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Contact, RoleSpan } from '#contracts/schemas/contact.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { useDayText } from '../rates/days.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { PlanText, useRolesText } from './plans.tsx';
import { refreshContacts, rolesOverTime } from './queries.ts';
import classes from './roles.module.css';

/** What a contact was from when to when, and what is planned. */
export function RolesOverTime({ contact }: { contact: Contact }) {
  const { t } = useLingui();
  const { workspaceId, can } = useHere();
  const { clientId, id } = contact;
  const { data, isError, error, refetch } = useQuery(rolesOverTime(workspaceId, clientId, id));
  return (
    <>
      {contact.planned ? <Planned contact={contact} mayCancel={can('stakeholders.manage')} /> : null}
      {data ? (
        <ol className={classes.spans}>
          {data.spans.toReversed().map((span) => (
            <Span key={span.from} span={span} />
          ))}
        </ol>
      ) : isError ? (
        <EmptyState
          kind="error"
          order={3}
          title={t`The roles could not be read`}
          traceId={traceIdOf(error)}
          onRetry={() => void refetch()}
        />
      ) : (
        <div aria-busy="true">
          <Skeleton height={64} />
        </div>
      )}
    </>
  );
}

/** What is to be from a day on, or why it did not come to be. */
function Planned({ contact, mayCancel }: { contact: Contact; mayCancel: boolean }) {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  const { clientId, id: contactId, version, planned } = contact;
  const cancel = useMutation({
    mutationFn: () =>
      api.contacts.update({
        params: { workspaceId, clientId, contactId },
        body: { planned: null },
        ifMatch: version,
      }),
    onSuccess: () => toast.ok(<Trans>The planned change was cancelled</Trans>),
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: () => refreshContacts(workspaceId, clientId),
  });
  if (!planned) return null;
  return (
    <div className={classes.planned}>
      <Strip
        tone={planned.failed ? 'bad' : 'info'}
        action={
          mayCancel ? (
            <Button
              variant="default"
              size="compact-xs"
              loading={cancel.isPending}
              onClick={() => cancel.mutate()}
            >
              {planned.failed ? <Trans>Dismiss</Trans> : <Trans>Cancel the change</Trans>}
            </Button>
          ) : null
        }
      >
        <PlanText planned={planned} />
      </Strip>
    </div>
  );
}

function Span({ span }: { span: RoleSpan }) {
  const dayText = useDayText();
  const rolesText = useRolesText();
  const { from, to, title, department } = span;
  const begin = <time dateTime={from}>{dayText(from)}</time>;
  const end = to === null ? null : <time dateTime={to}>{dayText(to)}</time>;
  return (
    <li>
      <span className={classes.when}>
        {end ? (
          <Trans>
            {begin} to {end}
          </Trans>
        ) : (
          <Trans>Since {begin}</Trans>
        )}
      </span>
      <b>{rolesText(span.flags)}</b>
      {title || department ? (
        <span className={classes.dim}>{[title, department].filter(Boolean).join(', ')}</span>
      ) : null}
    </li>
  );
}
