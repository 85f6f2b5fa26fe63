import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';

interface TypedNameProps {
  name: string;
  busy: boolean;
  /** What will happen. */
  children: ReactNode;
  /** What the button says that makes it happen. */
  action: ReactNode;
  onCancel: () => void;
  onDone: () => void;
}

/** A name as it is typed: whatever its spaces are, and however many, it is one space that is seen. */
const bare = (name: string) => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase();

/** Asks for the name of a client before something that nobody should do by a slip of the hand. */
export function TypedName({ name, busy, children, action, onCancel, onDone }: TypedNameProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const matches = bare(typed) === bare(name);
    setWrong(!matches);
    if (matches && !busy) onDone();
  };

  return (
    <form onSubmit={submit} noValidate>
      <p style={{ marginBottom: 12, fontSize: 13 }}>{children}</p>
      <TextInput
        label={t`Name of the client`}
        placeholder={name}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={wrong ? t`Type exactly: ${name}` : null}
        data-autofocus
      />
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" color="red" loading={busy}>
          {action}
        </Button>
      </Group>
    </form>
  );
}
