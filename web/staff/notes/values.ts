import type { ContactId } from '#contracts/ids.ts';
import type { NoteKind } from '#contracts/note-kinds.ts';
import type { Note, NoteCreate } from '#contracts/schemas/note.ts';

/** What the form of a note holds. */
export interface NoteValues extends Record<string, unknown> {
  kind: NoteKind;
  body: string;
  /** The reader's own time, as the browser's field has it, to the minute; empty for now. */
  occurredAt: string;
  /** Empty for nobody. */
  contactId: string;
}

/** An empty note, about a contact where one is given. */
export const emptyNote = (contactId: ContactId | null): NoteValues => ({
  kind: 'note',
  body: '',
  occurredAt: '',
  contactId: contactId ?? '',
});

/** A note as its form begins. */
export const valuesOf = (note: Note): NoteValues => ({
  kind: note.kind,
  body: note.body ?? '',
  occurredAt: localOf(note.occurredAt),
  contactId: note.contactId ?? '',
});

/** What writes a note. */
export const toCreate = ({ kind, body, occurredAt, contactId }: NoteValues): NoteCreate => ({
  kind,
  body,
  ...(occurredAt !== '' && { occurredAt: instantOf(occurredAt) }),
  contactId: contactId === '' ? null : (contactId as ContactId),
});

/** What of a note is different now. A time that was not touched keeps its seconds. */
export function toPatch(values: NoteValues, before: Note): Partial<NoteCreate> {
  const { occurredAt, ...others } = toCreate(values);
  const old = valuesOf(before);
  const moved = values.occurredAt !== old.occurredAt && occurredAt !== undefined;
  return {
    ...(others.kind !== before.kind && { kind: others.kind }),
    ...(others.body.trim() !== before.body && { body: others.body }),
    ...(others.contactId !== before.contactId && { contactId: others.contactId ?? null }),
    ...(moved && { occurredAt }),
  };
}

/** An instant as a field of date and time shows it: `2026-11-22T09:30`, where the reader is. */
export function localOf(instant: string): string {
  const date = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

const instantOf = (local: string) => new Date(local).toISOString();
