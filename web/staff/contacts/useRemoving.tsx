import { Trans, useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { Contact, HandOver } from '#contracts/schemas/contact.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { refreshContacts } from './queries.ts';
import { useContacts } from './useContacts.ts';

const RemoveForm = onDemand(async () => (await import('./RemoveForm.tsx')).RemoveForm);

/** Removes people from a client; what is open with them is told, and handed over. */
export function useRemoving(clientId: ClientId) {
  const { i18n, t } = useLingui();
  const { workspaceId } = useHere();
  const [asking, setAsking] = useState<Contact>();
  const { people: everybody = [] } = useContacts(clientId, { all: asking !== undefined });

  const remove = useMutation({
    mutationFn: ({ contact, handOver }: { contact: Contact; handOver: HandOver }) =>
      api.contacts.remove({
        params: { workspaceId, clientId, contactId: contact.id },
        query: handOver,
        ifMatch: contact.version,
      }),
    onSuccess: (_, { contact }) => {
      setAsking(undefined);
      toast.ok(<Trans>{contact.name} was removed</Trans>);
    },
    onError: (error) => {
      // The dialog stays, and asks again by what is open as soon as that is read anew.
      const isAsking =
        error instanceof ApiError && ['successor_needed', 'validation_failed'].includes(error.code);
      if (isAsking) return toast.fail(errorText(i18n, error));
      setAsking(undefined);
      toast.fail(errorText(i18n, error));
    },
    onSettled: () => refreshContacts(workspaceId, clientId),
  });

  const current = everybody.find(({ id }) => id === asking?.id) ?? asking;
  const dialog = (
    <Modal
      opened={asking !== undefined}
      onClose={() => setAsking(undefined)}
      title={asking ? t`Remove ${asking.name}?` : ''}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {current ? (
        <RemoveForm
          key={current.id}
          contact={current}
          busy={remove.isPending}
          onCancel={() => setAsking(undefined)}
          onDone={(handOver) => remove.mutate({ contact: current, handOver })}
        />
      ) : null}
    </Modal>
  );
  return { ask: setAsking, dialog };
}
