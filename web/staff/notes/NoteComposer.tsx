import { Trans } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import { onDemand } from '#ui/onDemand.tsx';
import classes from './notes.module.css';

const OpenComposer = onDemand(async () => (await import('./OpenComposer.tsx')).OpenComposer);

interface NoteComposerProps {
  clientId: ClientId;
  /** Whom notes are about, on the page of one contact. */
  contactId?: ContactId;
}

/** Where a note is written: one line until somebody begins. */
export function NoteComposer({ clientId, contactId }: NoteComposerProps) {
  const [open, setOpen] = useState(false);
  const line = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    // Once the line is there again.
    requestAnimationFrame(() => line.current?.focus());
  };
  if (open) return <OpenComposer clientId={clientId} contactId={contactId ?? null} onClose={close} />;
  return (
    <UnstyledButton
      ref={line}
      className={classes.line}
      onPointerEnter={OpenComposer.read}
      onFocus={OpenComposer.read}
      onClick={() => setOpen(true)}
    >
      <Trans>Write a note, or log a call, meeting or mail</Trans>
    </UnstyledButton>
  );
}
