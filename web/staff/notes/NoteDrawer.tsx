import { useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import type { ClientId } from '#contracts/ids.ts';
import { LONGEST_NOTE } from '#contracts/note-kinds.ts';
import type { Note } from '#contracts/schemas/note.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { NoteFields } from './NoteFields.tsx';
import { useNoteForm } from './useNoteForm.tsx';

interface NoteDrawerProps {
  clientId: ClientId;
  /** Null to write one. */
  note: Note | null;
  onClose: () => void;
}

/** Writes a note, or changes one, beside whatever page is open. */
export function NoteDrawer({ clientId, note, onClose }: NoteDrawerProps) {
  const { t } = useLingui();
  const { form, labels } = useNoteForm({ clientId, note, scope: 'note-' });
  const guard = useLeaveGuard(form.isDirty);
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={note ? t`Edit note` : t`New note`}
      note={t`Never shown to the client`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save note`}
      submitting={form.busy}
    >
      <NoteFields clientId={clientId} api={form} labels={labels} />
      <Textarea
        label={labels.body}
        required
        autosize
        minRows={6}
        maxRows={18}
        maxLength={LONGEST_NOTE}
        data-autofocus
        {...form.field('body')}
      />
    </DrawerForm>
  );
}
