import { Trans, useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientRow } from '#contracts/schemas/client.ts';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { clientDetail, keepClient, refreshLists } from './queries.ts';
import { TypedName } from './TypedName.tsx';

type Target = Pick<ClientRow, 'id' | 'name' | 'version'>;

/** Moves clients to the trash once their name is typed, and brings them back on request. */
export function useTrashing(onGone?: () => void) {
  const { i18n, t } = useLingui();
  const { workspaceId } = useHere();
  const [asking, setAsking] = useState<Target>();

  const restore = useMutation({
    mutationFn: async (client: Target) =>
      bodyOf(
        await api.clients.restore({
          params: { workspaceId, clientId: client.id },
          ifMatch: client.version,
          idempotencyKey: crypto.randomUUID(),
        }),
      ),
    onSuccess: (client) => {
      keepClient(workspaceId, client);
      toast.ok(<Trans>{client.name} is back</Trans>);
    },
    onError: (error) => {
      toast.fail(errorText(i18n, error));
      void refreshLists(workspaceId);
    },
  });

  const remove = useMutation({
    mutationFn: (client: Target) =>
      api.clients.remove({ params: { workspaceId, clientId: client.id }, ifMatch: client.version }),
    onSuccess: (_, client) => {
      setAsking(undefined);
      onGone?.();
      queryClient.removeQueries(clientDetail(workspaceId, client.id));
      void refreshLists(workspaceId);
      // Going to the trash is one change of the record, so its version is the next one.
      const inTrash = { ...client, version: client.version + 1 };
      toast.ok(<Trans>{client.name} is in the trash</Trans>, { undo: () => restore.mutate(inTrash) });
    },
    onError: (error, client) => {
      setAsking(undefined);
      toast.fail(errorText(i18n, error));
      void queryClient.invalidateQueries(clientDetail(workspaceId, client.id));
      void refreshLists(workspaceId);
    },
  });

  const dialog = (
    <Modal
      opened={asking !== undefined}
      onClose={() => setAsking(undefined)}
      title={asking ? t`Move ${asking.name} to the trash?` : ''}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {asking ? (
        <TypedName
          name={asking.name}
          busy={remove.isPending}
          action={<Trans>Move to trash</Trans>}
          onCancel={() => setAsking(undefined)}
          onDone={() => remove.mutate(asking)}
        >
          <Trans>
            It disappears from all lists and can be restored for 30 days. Its code stays reserved. Type the
            name to confirm.
          </Trans>
        </TypedName>
      ) : null}
    </Modal>
  );
  return { ask: setAsking, restore, dialog };
}
