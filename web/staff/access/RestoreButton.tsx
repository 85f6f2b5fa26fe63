import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import { toast } from '#ui/toast.tsx';
import { clientTrash, keepClient } from '../clients/queries.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';

/** The client as the trash has it: it is read nowhere else while it is there. */
async function inTrash(workspaceId: WorkspaceId, clientId: ClientId) {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await queryClient.fetchQuery(clientTrash(workspaceId, cursor));
    const found = page.data.find(({ id }) => id === clientId);
    if (found) return found;
    cursor = page.page.next;
  }
  return null;
}

/** Takes a client out of the trash, there where somebody came upon it. */
export function RestoreButton({ clientId }: { clientId: ClientId }) {
  const { workspaceId } = useHere();
  const again = () => void queryClient.invalidateQueries({ queryKey: [workspaceId] });
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const client = await inTrash(workspaceId, clientId);
      if (!client) return null;
      const params = { workspaceId, clientId };
      const idempotencyKey = crypto.randomUUID();
      return bodyOf(await api.clients.restore({ params, ifMatch: client.version, idempotencyKey }));
    },
    onSuccess: (client) => {
      if (client) {
        keepClient(workspaceId, client);
        toast.ok(<Trans>{client.name} is back</Trans>);
      }
      again();
    },
    onError: () => {
      toast.fail(<Trans>It could not be restored. Look into the trash.</Trans>);
      again();
    },
  });
  return (
    <Button
      loading={isPending}
      leftSection={<IconRestore size={15} stroke={1.7} aria-hidden="true" />}
      onClick={() => mutate()}
    >
      <Trans>Restore</Trans>
    </Button>
  );
}
