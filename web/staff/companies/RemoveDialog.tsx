import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Select } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import classes from './companies.module.css';

interface RemoveDialogProps {
  /** What is about to go; undefined while nothing is. */
  name: string | undefined;
  /** What is asked and what the button says, where it is not removed. */
  title?: string;
  action?: string;
  /** Who may take its place; asked for when there are any. */
  successors?: { value: string; label: string }[];
  successorLabel?: string;
  busy: boolean;
  onCancel: () => void;
  onDone: (successor: string | undefined) => void;
  /** What removing means. */
  children: ReactNode;
}

/** Asks before something is removed, and for a successor where its place must not stay empty. */
export function RemoveDialog({ name, title, onCancel, ...props }: RemoveDialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={name !== undefined}
      onClose={onCancel}
      title={name === undefined ? '' : (title ?? t`Remove ${name}?`)}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {name === undefined ? null : <RemoveForm key={name} onCancel={onCancel} {...props} />}
    </Modal>
  );
}

function RemoveForm(props: Omit<RemoveDialogProps, 'name' | 'title'>) {
  const { successors = [], successorLabel, action, busy, onCancel, onDone, children } = props;
  const { t } = useLingui();
  const [successor, setSuccessor] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks = successors.length > 0 && successor === null;
    setMissing(lacks);
    if (!busy && !lacks) onDone(successor ?? undefined);
  };

  return (
    <form onSubmit={submit} noValidate>
      <p className={classes.text}>{children}</p>
      {successors.length > 0 ? (
        <Select
          label={successorLabel}
          required
          placeholder={t`Choose`}
          data={successors}
          value={successor}
          onChange={setSuccessor}
          error={missing ? t`This place needs a successor` : null}
          data-autofocus
        />
      ) : null}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" color="red" loading={busy}>
          {action ?? <Trans>Remove</Trans>}
        </Button>
      </Group>
    </form>
  );
}
