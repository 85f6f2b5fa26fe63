import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { ClientId, ContactId, NoteId } from '../ids.ts';
import { FREE_MINUTES, LONGEST_NOTE, noteKinds } from '../note-kinds.ts';
import { Instant, text } from './text.ts';

/** When a call or meeting was, to the millisecond, so that two of them compare as text. */
const OccurredAt = Instant.overwrite((at) =>
  Number.isNaN(Date.parse(at)) ? at : new Date(at).toISOString(),
).meta({
  description: 'When it was; not later than now',
});

const editable = {
  kind: z.enum(noteKinds),
  body: text(LONGEST_NOTE).meta({ description: 'Plain text of many lines, for the team alone' }),
  occurredAt: OccurredAt.optional(),
  contactId: ContactId.nullish().meta({ description: 'The contact of this client that it is about' }),
};

/** What writes a note, or tells of a call or meeting; it was just now unless it says when. */
export const NoteCreate = z.strictObject(editable).meta({ id: 'NoteCreate' });
export type NoteCreate = z.output<typeof NoteCreate>;

/** What changes a note: only the fields that are sent. */
export const NotePatch = z
  .strictObject({ ...editable, kind: editable.kind.optional(), body: editable.body.optional() })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'names no field to change' })
  .meta({ id: 'NotePatch' });
export type NotePatch = z.output<typeof NotePatch>;

/** What a team wrote down about a client: a note, a call or a meeting. No portal ever reads one. */
export const Note = z
  .strictObject({
    id: NoteId,
    version: z.number().int().positive(),
    clientId: ClientId,
    kind: z.enum(noteKinds),
    body: z.string().nullable().meta({ description: 'Null once it was removed' }),
    occurredAt: Instant,
    contactId: ContactId.nullable(),
    contactName: z.string().nullable().meta({ description: 'The name of the contact at that time' }),
    amendedAt: Instant.nullable().meta({
      description: `The last change that came more than ${FREE_MINUTES} minutes after the writing`,
    }),
    deletedAt: Instant.nullable().meta({ description: 'When it was removed; by whom says `updatedBy`' }),
    createdAt: Instant,
    createdBy: ActorStamp,
    updatedAt: Instant,
    updatedBy: ActorStamp,
  })
  .meta({ id: 'Note' });
export type Note = z.infer<typeof Note>;

/** The answer to whoever wrote one. He knows the text: an answer that is kept for a day keeps no copy of it. */
export const NoteReceipt = Note.omit({ body: true }).meta({ id: 'NoteReceipt' });
export type NoteReceipt = z.infer<typeof NoteReceipt>;
