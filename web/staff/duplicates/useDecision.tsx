import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { DuplicatePair } from '#contracts/schemas/duplicate.ts';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { refreshPairs, takeOut } from './pairs.ts';

interface Decision {
  pair: DuplicatePair;
  dismissed: boolean;
  /** Taking a decision back is not offered to be taken back. */
  isUndo?: boolean;
}

/** Says of two clients that they are two, or takes it back; at once on screen. */
export function useDecision() {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  const decision = useMutation({
    mutationFn: async ({ pair, dismissed }: Decision) => {
      const [one, other] = pair.clients;
      const params = { workspaceId, clientId: one.id, otherId: other.id };
      return bodyOf(await api.duplicates.decide({ params, ifMatch: pair.version, body: { dismissed } }));
    },
    onMutate: ({ pair }) => takeOut(workspaceId, pair),
    onSuccess: (saved, { dismissed, isUndo }) => {
      const [{ name: one }, { name: other }] = saved.clients;
      if (isUndo) return;
      toast.ok(
        dismissed ? (
          <Trans>
            {one} and {other} are not duplicates
          </Trans>
        ) : (
          <Trans>
            {one} and {other} are to be decided again
          </Trans>
        ),
        { undo: () => decision.mutate({ pair: saved, dismissed: !dismissed, isUndo: true }) },
      );
    },
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: () => refreshPairs(workspaceId),
  });
  return decision.mutate;
}
