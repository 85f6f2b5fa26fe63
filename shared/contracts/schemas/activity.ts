import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { eventTypes, recordKinds } from '../events.ts';
import { Note } from './note.ts';
import { Instant } from './text.ts';

/** One entry of the timeline as the stream writes it: who did what to which record, and what it was before. */
export const ActivityEvent = z.strictObject({
  id: z.string().meta({ description: 'Derived from record, version and type: redelivery writes it once' }),
  type: z.enum(eventTypes),
  at: Instant,
  actor: ActorStamp,
  record: z.strictObject({ kind: z.enum(recordKinds), id: z.string(), label: z.string() }),
  changes: z.array(
    z.strictObject({
      field: z.string(),
      label: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  hidden: z.boolean().meta({ description: 'Its module is off: what happened is kept, and not told' }),
});
export type ActivityEvent = z.infer<typeof ActivityEvent>;

/** An entry as it is read. */
export const Activity = ActivityEvent.extend({
  note: Note.nullable().meta({ description: 'The note that was written then, as it stands now' }),
}).meta({ id: 'Activity' });
export type Activity = z.infer<typeof Activity>;
