import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ClientId } from '#contracts/ids.ts';
import { useFormats } from '#ui/formats.ts';
import { Strip } from '#ui/Strip.tsx';
import { useHere } from '../session/me.ts';
import classes from './merges.module.css';
import { isMoving, mergesOf } from './queries.ts';
import { useMergeMoves } from './useMergeMoves.ts';

/** What whoever came by the address of a client that was merged is told, on the client it belongs to. */
export function MergedNotice({ clientId, loserId }: { clientId: ClientId; loserId: string }) {
  const { t } = useLingui();
  const { locale, timeZone } = useFormats();
  const { workspaceId, can } = useHere();
  const { data } = useQuery(mergesOf(workspaceId, clientId));
  const { mutate, isPending } = useMergeMoves();
  const merge = data?.find((one) => one.loserId === loserId);
  if (!merge || merge.state === 'undone') return null;
  const on = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(
    new Date(merge.createdAt),
  );
  const isOpen = can('clients.merge') && !isMoving(merge) && merge.undoUntil > new Date().toISOString();
  return (
    <div className={classes.notice}>
      <Strip
        tone="info"
        action={
          isOpen ? (
            <Button
              size="xs"
              variant="default"
              loading={isPending}
              aria-label={t`Undo the merge of ${merge.loserName}`}
              onClick={() => mutate({ merge, move: 'undo' })}
            >
              <Trans>Undo the merge</Trans>
            </Button>
          ) : null
        }
      >
        {merge.state === 'undoing' ? (
          <Trans>The merge of {merge.loserName} is being taken back.</Trans>
        ) : (
          <Trans>
            {merge.loserName} was merged into this client on {on}.
          </Trans>
        )}
      </Strip>
    </div>
  );
}
