import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { BulkEdit } from '#contracts/schemas/bulk-edit.ts';
import { toast } from '#ui/toast.tsx';
import { selection } from '../clients/selection.ts';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { bulkEdit, keepBulkEdit } from './queries.ts';
import { watch } from './watched.ts';

type Move = 'start' | 'cancel' | 'undo';

/** Starts a bulk edit, stops it, or takes it back. */
export function useBulkMoves() {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  return useMutation({
    mutationFn: async ({ edit, move }: { edit: BulkEdit; move: Move }) => {
      const call = { params: { workspaceId, bulkEditId: edit.id }, idempotencyKey: crypto.randomUUID() };
      if (move === 'cancel') return bodyOf(await api.bulkEdits.cancel(call));
      return bodyOf(await api.bulkEdits[move]({ ...call, ifMatch: edit.version }));
    },
    onSuccess: (edit, { move }) => {
      keepBulkEdit(workspaceId, edit);
      if (move !== 'cancel') watch(edit.id);
      if (move === 'start') selection.clear();
    },
    onError: (error, { edit }) => {
      toast.fail(errorText(i18n, error));
      void queryClient.invalidateQueries(bulkEdit(workspaceId, edit.id));
    },
  });
}
