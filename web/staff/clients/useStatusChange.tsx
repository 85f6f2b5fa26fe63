import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientRow, ClientStatus } from '#contracts/schemas/client.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { clientDetail, keepClient, refreshLists, showChange } from './queries.ts';
import { transitions, useStatusWord } from './status.ts';

/** Read when somebody is asked why. */
const ReasonModal = onDemand(async () => (await import('./ReasonModal.tsx')).ReasonModal);

type Target = Pick<ClientRow, 'id' | 'name' | 'status' | 'version'> & { statusReason?: string | null };

interface Move {
  client: Target;
  status: ClientStatus;
  reason?: string | undefined;
  /** Taking a move back is not offered to be taken back. */
  isUndo?: boolean;
}

/** Moves clients between statuses, at once on screen; leaving business asks why first. */
export function useStatusChange() {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  const word = useStatusWord();
  const [asking, setAsking] = useState<Move>();

  const { mutate } = useMutation({
    mutationFn: async ({ client, status, reason }: Move) =>
      bodyOf(
        await api.clients.setStatus({
          params: { workspaceId, clientId: client.id },
          body: { status, reason },
          ifMatch: client.version,
          idempotencyKey: crypto.randomUUID(),
        }),
      ),
    onMutate: ({ client, status }) => showChange(workspaceId, client.id, { status }),
    onError: (error, { client }, takeBack) => {
      takeBack?.();
      toast.fail(errorText(i18n, error));
      void queryClient.invalidateQueries(clientDetail(workspaceId, client.id));
      void refreshLists(workspaceId);
    },
    onSuccess: (saved, { client, status, isUndo }) => {
      keepClient(workspaceId, saved);
      if (isUndo) return;
      const back = transitions[status].includes(client.status)
        ? {
            undo: () =>
              mutate({
                client: saved,
                status: client.status,
                reason: client.statusReason ?? undefined,
                isUndo: true,
              }),
          }
        : {};
      const now = word(status).label;
      toast.ok(
        <Trans>
          {client.name} is now {now}
        </Trans>,
        client.status === 'inactive' && !client.statusReason ? {} : back,
      );
    },
  });

  const ask = (client: Target, status: ClientStatus) => {
    if (status === client.status) return;
    if (status === 'inactive') setAsking({ client, status });
    else mutate({ client, status });
  };

  const dialog = asking ? (
    <ReasonModal
      client={asking.client.name}
      onClose={() => setAsking(undefined)}
      onDone={(reason) => {
        mutate({ ...asking, reason });
        setAsking(undefined);
      }}
    />
  ) : null;
  return { ask, dialog };
}
