import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { BulkEditId } from '#contracts/ids.ts';
import { Link } from '#ui/Link.tsx';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { useHere } from '../session/me.ts';
import classes from './bulk-edits.module.css';
import { bulkEdit, isMoving, refreshClients } from './queries.ts';
import { useBulkMoves } from './useBulkMoves.ts';
import { watch } from './watched.ts';

/** While a bulk edit runs behind a closed drawer: how far it is, and at last what came of it. */
export function BulkWatch({ id }: { id: BulkEditId }) {
  const { t, i18n } = useLingui();
  const { workspaceId } = useHere();
  const navigate = useNavigate();
  const { mutate } = useBulkMoves();
  const { data: edit } = useQuery(bulkEdit(workspaceId, id));
  const inDrawer = useLocation({ select: ({ pathname }) => pathname.endsWith(`/bulk-edits/${id}`) });
  const ended = edit && !isMoving(edit) ? edit : undefined;

  useEffect(() => {
    if (!ended) return;
    watch(null);
    void refreshClients(workspaceId);
    if (inDrawer) return;
    const show = {
      label: t`Show`,
      run: () =>
        void navigate({
          to: '/clients/bulk-edits/$bulkEditId',
          params: { bulkEditId: id },
          search: (old) => old as never,
        }),
    };
    const count = ended.undo?.tally.ok ?? ended.tally.ok;
    toast.ok(
      ended.undo ? (
        <Plural value={count} one="# client taken back" other="# clients taken back" />
      ) : (
        <Plural value={count} one="# client changed" other="# clients changed" />
      ),
      ended.undoUntil
        ? { action: show, undo: () => mutate({ edit: ended, move: 'undo' }) }
        : { action: show },
    );
  }, [ended, id, inDrawer, workspaceId, navigate, mutate, t]);

  if (!edit || ended || inDrawer) return null;
  const isUndoing = edit.state === 'undoing';
  const [some, every] = isUndoing
    ? [i18n.number(edit.undo?.handled ?? 0), i18n.number(edit.handled)]
    : [i18n.number(edit.handled), i18n.number(edit.total)];
  return (
    <div className={classes.watch}>
      <Strip tone="info" action={<Link href={`/clients/bulk-edits/${id}`}>{t`Show`}</Link>}>
        {isUndoing ? (
          <Trans>
            Taking a bulk change back: {some} of {every}
          </Trans>
        ) : (
          <Trans>
            Changing clients: {some} of {every}
          </Trans>
        )}
      </Strip>
    </div>
  );
}
