import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Progress } from '@mantine/core';
import '@mantine/core/styles/Progress.layer.css';
import type { BulkEdit } from '#contracts/schemas/bulk-edit.ts';
import { Strip } from '#ui/Strip.tsx';
import classes from './bulk-edits.module.css';
import { useBulkMoves } from './useBulkMoves.ts';

/** After so long without a step its message may be lost; asking once more does no harm. */
const QUIET_MS = 60_000;

/** How far a bulk edit is; it goes on whether somebody looks or not. */
export function BulkProgress({ edit }: { edit: BulkEdit }) {
  const { t, i18n } = useLingui();
  const { mutate, isPending } = useBulkMoves();
  const { state, total } = edit;
  const isUndoing = state === 'undoing';
  const [done, all] = isUndoing ? [edit.undo?.handled ?? 0, edit.handled] : [edit.handled, total];
  const [some, every] = [i18n.number(done), i18n.number(all)];
  const isQuiet = Date.now() - Date.parse(edit.updatedAt) > QUIET_MS;
  const again = isUndoing ? 'undo' : 'start';
  return (
    <div className={classes.stack}>
      <div className={classes.progress}>
        <Progress
          value={all === 0 ? 100 : (done / all) * 100}
          animated={all === 0}
          aria-label={isUndoing ? t`Taken back` : t`Changed`}
        />
        <p className={classes.text} role="status">
          {state === 'preparing' ? (
            <Trans>Looking at the clients…</Trans>
          ) : state === 'cancelling' ? (
            <Trans>Stopping. No further client is changed.</Trans>
          ) : (
            <Trans>
              {some} of {every} done
            </Trans>
          )}
        </p>
      </div>
      {state === 'running' || isUndoing ? (
        <p className={classes.text}>
          <Trans>You can close this and go on working; it does not need you.</Trans>
        </p>
      ) : null}
      {isQuiet && (state === 'running' || isUndoing) ? (
        <Strip
          tone="warn"
          action={
            <Button
              size="xs"
              variant="default"
              loading={isPending}
              onClick={() => mutate({ edit, move: again })}
            >
              <Trans>Go on</Trans>
            </Button>
          }
        >
          <Trans>Nothing has happened for a while.</Trans>
        </Strip>
      ) : null}
    </div>
  );
}
