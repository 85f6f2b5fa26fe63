import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { ClientId, FollowUpId, UserId } from '../ids.ts';
import { Day, Instant, line } from './text.ts';

const editable = {
  what: line(200).meta({ description: 'What was promised' }),
  ownerId: UserId.optional().meta({ description: 'An active member who sees the client' }),
  dueOn: Day,
};

/** What promises something; who asks owes it unless it names somebody. */
export const FollowUpCreate = z.strictObject(editable).meta({ id: 'FollowUpCreate' });
export type FollowUpCreate = z.output<typeof FollowUpCreate>;

/** What changes a follow-up: only the fields that are sent. */
export const FollowUpPatch = z
  .strictObject({
    what: editable.what.optional(),
    ownerId: editable.ownerId,
    dueOn: Day.optional(),
    snoozedUntil: Day.nullish().meta({
      description: 'Until when it is out of the way; after the day it is due, null to bring it back',
    }),
    done: z.boolean().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'names no field to change' })
  .meta({ id: 'FollowUpPatch' });
export type FollowUpPatch = z.output<typeof FollowUpPatch>;

/** Open until it is done. */
export const followUpStates = ['open', 'done'] as const;
export type FollowUpState = (typeof followUpStates)[number];

const fields = {
  id: FollowUpId,
  version: z.number().int().positive(),
  clientId: ClientId,
  what: z.string(),
  ownerId: UserId,
  ownerName: z.string().meta({ description: 'The name of the owner at that time' }),
  dueOn: z.iso.date(),
  snoozedUntil: z.iso.date().nullable(),
  doneAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  updatedBy: ActorStamp,
};

/** A promise to a client that somebody of the team keeps by a day. */
export const FollowUp = z.strictObject(fields).meta({ id: 'FollowUp' });
export type FollowUp = z.infer<typeof FollowUp>;

/** A follow-up on somebody's list of the day, with the client it is for. */
export const MyFollowUp = z.strictObject({ ...fields, clientName: z.string() }).meta({ id: 'MyFollowUp' });
export type MyFollowUp = z.infer<typeof MyFollowUp>;
