import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { Merge } from '#contracts/schemas/merge.ts';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { keepMerge, refreshAll } from './queries.ts';

/** Takes a merge back, or tells one that stands still to go on. */
export function useMergeMoves() {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  return useMutation({
    mutationFn: async ({ merge, move }: { merge: Merge; move: 'undo' | 'resume' }) => {
      const params = { workspaceId, clientId: merge.clientId, mergeId: merge.id };
      const call = { params, idempotencyKey: crypto.randomUUID() };
      if (move === 'resume') return bodyOf(await api.merges.resume(call));
      return bodyOf(await api.merges.undo({ ...call, ifMatch: merge.version }));
    },
    onSuccess: (merge) => keepMerge(workspaceId, merge),
    onError: (error) => {
      toast.fail(errorText(i18n, error));
      void refreshAll(workspaceId);
    },
  });
}
