import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { FollowUp, FollowUpPatch } from '#contracts/schemas/follow-up.ts';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { refreshFollowUps, takeOut } from './queries.ts';

interface Change {
  followUp: FollowUp;
  body: FollowUpPatch;
  /** Taking a change back is not offered to be taken back. */
  isUndo?: boolean;
}

/** Finishes, reopens, puts off and removes follow-ups, at once on screen. */
export function useFollowUpChange() {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  const at = ({ id, clientId, version }: FollowUp) => ({
    params: { workspaceId, clientId, followUpId: id },
    ifMatch: version,
  });
  const refused = (error: unknown) => toast.fail(errorText(i18n, error));
  const settled = () => refreshFollowUps(workspaceId);

  const change = useMutation({
    mutationFn: async ({ followUp, body }: Change) =>
      bodyOf(await api.followUps.update({ ...at(followUp), body })),
    onMutate: ({ followUp, body }) => {
      if (body.done !== undefined) takeOut(workspaceId, followUp);
    },
    onSuccess: (saved, { followUp, body, isUndo }) => {
      if (isUndo || body.done === undefined) return;
      const back = { done: followUp.doneAt !== null, snoozedUntil: followUp.snoozedUntil };
      toast.ok(body.done ? <Trans>Done: {saved.what}</Trans> : <Trans>Open again: {saved.what}</Trans>, {
        undo: () => change.mutate({ followUp: saved, body: back, isUndo: true }),
      });
    },
    onError: refused,
    onSettled: settled,
  });

  const remove = useMutation({
    mutationFn: (followUp: FollowUp) => api.followUps.remove(at(followUp)),
    onSuccess: (_, { what }) => toast.ok(<Trans>{what} was removed</Trans>),
    onError: refused,
    onSettled: settled,
  });

  return { change: change.mutate, remove };
}
