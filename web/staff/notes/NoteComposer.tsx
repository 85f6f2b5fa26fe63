import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import { LONGEST_NOTE } from '#contracts/schemas/note.ts';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { NoteFields } from './NoteFields.tsx';
import classes from './notes.module.css';
import { useNoteForm } from './useNoteForm.tsx';
import { emptyNote } from './values.ts';

interface NoteComposerProps {
  clientId: ClientId;
  /** Whom notes are about, on the page of one contact. */
  contactId?: ContactId;
}

/** Where a note is written: one line until somebody begins. */
export function NoteComposer({ clientId, contactId }: NoteComposerProps) {
  const { t } = useLingui();
  const { form, labels } = useNoteForm({ clientId, note: null, contactId: contactId ?? null, scope: 'new-' });
  const guard = useLeaveGuard(form.isDirty);
  const [open, setOpen] = useState(false);

  const close = () => {
    setOpen(false);
    form.restart(emptyNote(contactId ?? null));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit(close);
  };

  return (
    <form className={classes.composer} data-open={open || undefined} onSubmit={submit} noValidate>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      {open ? <NoteFields clientId={clientId} api={form} labels={labels} /> : null}
      <Textarea
        aria-label={t`Write a note`}
        placeholder={t`Write a note, or tell of a call or meeting`}
        autosize
        minRows={open ? 3 : 1}
        maxRows={14}
        maxLength={LONGEST_NOTE}
        onFocus={() => setOpen(true)}
        {...form.field('body')}
      />
      {open ? (
        <div className={classes.foot}>
          <span className={classes.internal}>
            <IconLock size={14} stroke={1.7} aria-hidden="true" />
            <Trans>Internal: never shown to the client</Trans>
          </span>
          <Button variant="subtle" color="gray" c="dimmed" size="xs" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" size="xs" loading={form.busy}>
            <Trans>Add note</Trans>
          </Button>
        </div>
      ) : null}
      {guard}
    </form>
  );
}
