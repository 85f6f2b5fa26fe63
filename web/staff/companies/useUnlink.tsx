import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { ClientId } from '#contracts/ids.ts';
import type { ClientRow } from '#contracts/schemas/client.ts';
import { toast } from '#ui/toast.tsx';
import { keepClient } from '../clients/queries.ts';
import { errorText } from '../errors.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { refreshFamilies } from './queries.ts';

interface Leaving {
  client: Pick<ClientRow, 'id' | 'name' | 'version'>;
  /** Where it stood, to be put back there; null where that cannot be chosen. */
  parentId: ClientId | null;
  /** Puts it back; not offered to be taken back again. */
  isUndo?: boolean;
}

/** Takes a client out from below its parent, and offers to put it back. */
export function useUnlink() {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  const moving = useMutation({
    mutationFn: async ({ client: { id, version }, parentId, isUndo }: Leaving) =>
      bodyOf(
        await api.family.setParent({
          params: { workspaceId, clientId: id },
          body: { parentId: isUndo ? parentId : null },
          ifMatch: version,
          idempotencyKey: crypto.randomUUID(),
        }),
      ),
    onSuccess: (moved, { parentId, isUndo }) => {
      keepClient(workspaceId, moved);
      if (isUndo) return;
      const back = parentId ? { undo: () => moving.mutate({ client: moved, parentId, isUndo: true }) } : {};
      toast.ok(<Trans>{moved.name} stands alone now</Trans>, back);
    },
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: () => refreshFamilies(workspaceId),
  });
  return moving;
}
