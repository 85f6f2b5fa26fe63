import { Trans, useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrashRow } from '#contracts/schemas/client.ts';
import { toast } from '#ui/toast.tsx';
import { refreshLists } from '../clients/queries.ts';
import { TypedName } from '../clients/TypedName.tsx';
import { errorText } from '../errors.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';

/** Deletes clients of the trash for ever, once their name is typed. */
export function useDestroying() {
  const { i18n, t } = useLingui();
  const { workspaceId } = useHere();
  const [asking, setAsking] = useState<TrashRow>();

  const destroy = useMutation({
    mutationFn: (client: TrashRow) =>
      api.clients.destroy({ params: { workspaceId, clientId: client.id }, ifMatch: client.version }),
    onSuccess: (_, client) => toast.ok(<Trans>{client.name} is deleted for ever</Trans>),
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: () => {
      setAsking(undefined);
      void refreshLists(workspaceId);
    },
  });

  const dialog = (
    <Modal
      opened={asking !== undefined}
      onClose={() => setAsking(undefined)}
      title={asking ? t`Delete ${asking.name} for ever?` : ''}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {asking ? (
        <TypedName
          name={asking.name}
          busy={destroy.isPending}
          action={<Trans>Delete for ever</Trans>}
          onCancel={() => setAsking(undefined)}
          onDone={() => destroy.mutate(asking)}
        >
          <Trans>
            Its people, its timeline and its portal go with it, and nobody can bring them back. Its code
            becomes free. Type the name to confirm.
          </Trans>
        </TypedName>
      ) : null}
    </Modal>
  );
  return { ask: setAsking, dialog };
}
