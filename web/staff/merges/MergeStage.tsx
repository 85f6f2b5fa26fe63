import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Progress, Skeleton } from '@mantine/core';
import '@mantine/core/styles/Progress.layer.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ClientId, MergeId } from '#contracts/ids.ts';
import type { Merge } from '#contracts/schemas/merge.ts';
import { Strip } from '#ui/Strip.tsx';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { QueryError } from '../shell/QueryError.tsx';
import classes from './merges.module.css';
import { isMoving, mergeDetail, refreshAll } from './queries.ts';
import { useMergeMoves } from './useMergeMoves.ts';

/** After so long without an end its message may be lost; asking once more does no harm. */
const QUIET_MS = 60_000;

/** A merge on its way, and at its end; its address finds it again after a reload. */
export function MergeStage({ clientId, mergeId }: { clientId: ClientId; mergeId: MergeId }) {
  const { workspaceId } = useHere();
  const { data: merge, isError, error, refetch } = useQuery(mergeDetail(workspaceId, clientId, mergeId));
  const state = merge?.state;
  // What moved meanwhile is read anew once it is there.
  useEffect(() => {
    if (state === 'done' || state === 'undone') void refreshAll(workspaceId);
  }, [state, workspaceId]);
  if (isError && !merge) {
    return <QueryError error={error} onRetry={() => void refetch()} permission="clients.merge" />;
  }
  if (!merge) return <Skeleton height={18} width="50%" aria-busy="true" />;
  return isMoving(merge) ? <OnItsWay merge={merge} /> : <Ended merge={merge} />;
}

function OnItsWay({ merge }: { merge: Merge }) {
  const { t, i18n } = useLingui();
  const { mutate, isPending } = useMergeMoves();
  const [some, every] = [i18n.number(merge.handled), i18n.number(merge.total)];
  const isBack = merge.state === 'undoing';
  const isQuiet = Date.now() - Date.parse(merge.updatedAt) > QUIET_MS;
  return (
    <div className={classes.stage}>
      <Progress
        value={merge.total === 0 ? 100 : (merge.handled / merge.total) * 100}
        animated={merge.total === 0}
        aria-label={isBack ? t`Moved back` : t`Moved`}
      />
      <p className={classes.text} role="status">
        {isBack ? (
          <Trans>
            {merge.loserName} is back; {some} of {every} records followed.
          </Trans>
        ) : (
          <Trans>
            {merge.loserName} is merged; {some} of {every} records followed.
          </Trans>
        )}
      </p>
      <p className={classes.text}>
        <Trans>You can leave this page and go on working; it does not need you.</Trans>
      </p>
      {isQuiet ? (
        <Strip
          tone="warn"
          action={
            <Button
              size="xs"
              variant="default"
              loading={isPending}
              onClick={() => mutate({ merge, move: 'resume' })}
            >
              <Trans>Go on</Trans>
            </Button>
          }
        >
          <Trans>It takes longer than it should.</Trans>
        </Strip>
      ) : null}
    </div>
  );
}

function Ended({ merge }: { merge: Merge }) {
  const { can } = useHere();
  const { mutate, isPending } = useMergeMoves();
  const isBack = merge.state === 'undone';
  return (
    <div className={classes.stage}>
      <p className={classes.figure} role="status">
        {isBack ? (
          <Trans>The merge was taken back. {merge.loserName} is a client of its own again.</Trans>
        ) : (
          <Trans>{merge.loserName} is part of this client now.</Trans>
        )}
      </p>
      {merge.skipped.length > 0 ? (
        <div className={classes.text}>
          <Trans>Somebody changed these since, so they stay as they are:</Trans>
          <ul className={classes.lines}>
            {merge.skipped.map(({ kind, name }) => (
              <li key={`${kind} ${name}`}>{name || kind.replaceAll('_', ' ')}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className={classes.actions}>
        <LinkButton href={`/clients/${merge.clientId}`}>
          <Trans>Open the client</Trans>
        </LinkButton>
        {isBack ? (
          <LinkButton variant="default" href={`/clients/${merge.loserId}`}>
            <Trans>Open {merge.loserName}</Trans>
          </LinkButton>
        ) : can('clients.merge') && merge.undoUntil > new Date().toISOString() ? (
          <Button variant="default" loading={isPending} onClick={() => mutate({ merge, move: 'undo' })}>
            <Trans>Undo the merge</Trans>
          </Button>
        ) : null}
      </div>
    </div>
  );
}
