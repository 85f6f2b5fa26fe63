import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { List, ListName } from '#contracts/schemas/list.ts';
import { PageHead } from '#ui/PageHead.tsx';
import { SaveBar } from '#ui/SaveBar.tsx';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { useHere } from '../session/me.ts';
import { QueryError } from '../shell/QueryError.tsx';
import { ListCard } from './ListCard.tsx';
import classes from './lists.module.css';
import { workspaceLists } from './queries.ts';
import { useListDrafts } from './useListDrafts.ts';

export const route = createLazyRoute('/app/settings/lists')({ component: ListsPage });

/** What the forms of the workspace offer to choose from. */
function ListsPage() {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { data, isError, error, refetch } = useQuery(workspaceLists(workspaceId));
  if (isError && !data) {
    return <QueryError error={error} onRetry={() => void refetch()} permission="lists.manage" />;
  }
  return (
    <>
      <PageHead
        title={t`Lists`}
        description={
          <Trans>
            What forms offer to choose from. An archived entry is offered no more; where it was chosen, it
            stays.
          </Trans>
        }
      />
      {data ? <Editor lists={data} /> : <Waiting />}
    </>
  );
}

function Editor({ lists }: { lists: List[] }) {
  const { t } = useLingui();
  const words = useListWords();
  const editing = useListDrafts(lists);
  const { drafts, set, changed, saving, problem, tried, save, discard } = editing;
  const guard = useLeaveGuard(() => changed.length > 0);
  const top = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problem) top.current?.focus();
  }, [problem]);

  const saveAll = async () => {
    if (await save()) toast.ok(<Trans>The lists were saved</Trans>);
    // Drawn by the next frame: the first field that is wrong takes the focus.
    else
      requestAnimationFrame(() => document.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus());
  };

  return (
    <>
      {problem ? (
        <div ref={top} className={classes.problem} role="alert" tabIndex={-1}>
          <Strip tone="bad">{problem}</Strip>
        </div>
      ) : null}
      <div className={classes.cards}>
        {lists.map(({ name }) => (
          <ListCard
            key={name}
            title={words[name]}
            drafts={drafts[name]}
            showFaults={tried}
            onChange={(next) => set(name, next)}
          />
        ))}
      </div>
      {changed.length > 0 ? (
        <SaveBar
          saveLabel={t`Save changes`}
          saving={saving}
          onSave={() => void saveAll()}
          onDiscard={discard}
        >
          <b>
            <Plural value={changed.length} one="# list changed" other="# lists changed" />
          </b>{' '}
          {changed.map((name) => words[name]).join(', ')}
        </SaveBar>
      ) : null}
      {guard}
    </>
  );
}

function useListWords(): Record<ListName, string> {
  const { t } = useLingui();
  return {
    industries: t`Industries`,
    service_types: t`Service types`,
    positions: t`Positions`,
  };
}

const cards = ['industries', 'service types', 'positions'];

function Waiting() {
  const { t } = useLingui();
  return (
    <div className={classes.cards} role="status" aria-busy="true" aria-label={t`Loading`}>
      {cards.map((card) => (
        <div key={card} data-skeleton>
          <Skeleton height={150} radius={10} />
        </div>
      ))}
    </div>
  );
}
