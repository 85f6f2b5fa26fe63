import { useLingui } from '@lingui/react/macro';
import type { NoteKind } from '#contracts/note-kinds.ts';

/** The kinds of notes by the words that forms and values have for them. */
export function useNoteWords(): Record<NoteKind, string> {
  const { t } = useLingui();
  return { note: t`Note`, call: t`Call`, meeting: t`Meeting`, mail: t`Mail` };
}
