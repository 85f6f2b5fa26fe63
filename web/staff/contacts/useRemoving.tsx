import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import type { Contact } from '#contracts/schemas/contact.ts';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import classes from './contacts.module.css';
import { refreshContacts } from './queries.ts';
import { useContacts } from './useContacts.ts';

/** Removes people from a client; the primary contact names who takes its place. */
export function useRemoving(clientId: ClientId) {
  const { i18n, t } = useLingui();
  const { workspaceId } = useHere();
  const [asking, setAsking] = useState<Contact>();
  const { people: everybody = [] } = useContacts(clientId, { all: asking !== undefined });

  const remove = useMutation({
    mutationFn: ({ contact, successor }: { contact: Contact; successor: ContactId | undefined }) =>
      api.contacts.remove({
        params: { workspaceId, clientId, contactId: contact.id },
        query: { successor },
        ifMatch: contact.version,
      }),
    onSuccess: (_, { contact }) => {
      setAsking(undefined);
      toast.ok(<Trans>{contact.name} was removed</Trans>);
    },
    onError: (error) => {
      // The dialog stays, and asks for a successor as soon as the list is read anew.
      if (error instanceof ApiError && error.code === 'successor_needed') return;
      setAsking(undefined);
      toast.fail(errorText(i18n, error));
    },
    onSettled: () => refreshContacts(workspaceId, clientId),
  });

  const current = everybody.find(({ id }) => id === asking?.id) ?? asking;
  const others = everybody.filter(({ id }) => id !== asking?.id);
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
          needsSuccessor={current.primary && others.length > 0}
          others={others}
          busy={remove.isPending}
          onCancel={() => setAsking(undefined)}
          onDone={(successor) => remove.mutate({ contact: current, successor })}
        />
      ) : null}
    </Modal>
  );
  return { ask: setAsking, dialog };
}

interface RemoveFormProps {
  needsSuccessor: boolean;
  others: readonly Contact[];
  busy: boolean;
  onCancel: () => void;
  onDone: (successor: ContactId | undefined) => void;
}

function RemoveForm({ needsSuccessor, others, busy, onCancel, onDone }: RemoveFormProps) {
  const { t } = useLingui();
  const [successor, setSuccessor] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = others.find(({ id }) => id === successor)?.id;
    setMissing(needsSuccessor && !chosen);
    if (!busy && (chosen || !needsSuccessor)) onDone(chosen);
  };

  return (
    <form onSubmit={submit} noValidate>
      <p className={classes.text}>
        <Trans>The person disappears from this client. What they did stays in its activity.</Trans>
      </p>
      {needsSuccessor ? (
        <Select
          label={t`Who becomes the primary contact?`}
          required
          searchable
          openOnFocus={false}
          placeholder={t`Choose`}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={successor}
          onChange={setSuccessor}
          error={missing ? t`A primary contact needs a successor` : null}
          data-autofocus
        />
      ) : null}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" color="red" loading={busy}>
          <Trans>Remove</Trans>
        </Button>
      </Group>
    </form>
  );
}
