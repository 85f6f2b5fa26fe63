import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';

interface ReasonModalProps {
  /** Name of the client. */
  client: string;
  onClose: () => void;
  onDone: (reason: string) => void;
}

/** Why a client becomes inactive; kept on the record and in its timeline. */
export function ReasonModal({ client, onClose, onDone }: ReasonModalProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Make ${client} inactive`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <ReasonForm onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

function ReasonForm({ onClose, onDone }: Omit<ReasonModalProps, 'client'>) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim();
    setMissing(given === '');
    if (given !== '') onDone(given);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Textarea
        label={t`Reason`}
        description={t`Everybody who sees this client can read it. The record stays, for your history.`}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing ? t`Say why, in a few words` : null}
        data-autofocus
      />
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit">
          <Trans>Make inactive</Trans>
        </Button>
      </Group>
    </form>
  );
}
