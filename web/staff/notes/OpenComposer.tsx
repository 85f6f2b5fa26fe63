import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import { LONGEST_NOTE } from '#contracts/note-kinds.ts';
import { Closable, useClosing } from '#ui/closing.tsx';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { SUBMIT_KEYS, submitOnKeys } from '#ui/submitKeys.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { NoteFields } from './NoteFields.tsx';
import classes from './notes.module.css';
import { useNoteForm } from './useNoteForm.tsx';

interface OpenComposerProps {
  clientId: ClientId;
  contactId: ContactId | null;
  onClose: () => void;
}

/** A note as it is being written, in the middle of a page. */
export function OpenComposer({ clientId, contactId, onClose }: OpenComposerProps) {
  const { t } = useLingui();
  const { form, labels } = useNoteForm({ clientId, note: null, contactId, scope: 'new-' });
  const guard = useLeaveGuard(form.isDirty);

  const closing = useClosing(onClose);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit(onClose);
  };

  return (
    <form
      className={classes.composer}
      onSubmit={submit}
      onKeyDown={submitOnKeys}
      noValidate
      aria-label={t`New note`}
    >
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <NoteFields clientId={clientId} api={form} labels={labels} />
      <Textarea
        label={labels.body}
        required
        autoFocus
        autosize
        minRows={3}
        maxRows={14}
        maxLength={LONGEST_NOTE}
        {...form.field('body')}
      />
      <div className={classes.foot}>
        <span className={classes.internal}>
          <IconLock size={14} stroke={1.7} aria-hidden="true" />
          <Trans>Internal: never shown to the client</Trans>
        </span>
        <Button variant="subtle" color="gray" c="dimmed" size="xs" onClick={closing.close}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" size="xs" loading={form.busy} aria-keyshortcuts={SUBMIT_KEYS}>
          <Trans>Add note</Trans>
        </Button>
      </div>
      <Closable closing={closing}>{guard}</Closable>
    </form>
  );
}
