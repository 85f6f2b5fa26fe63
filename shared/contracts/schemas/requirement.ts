import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { requirementStatuses } from '../compliance.ts';
import { ClientId, EvidenceId, RequirementId, UserId } from '../ids.ts';
import { Blocking, StandardKey } from './standard.ts';
import { Day, Instant, line, text, Website } from './text.ts';

/** Days for which a waiver may hold at most: never open-ended, so somebody looks at it again. */
export const WAIVER_DAYS = 366;

/** Days ahead that reminders may be snoozed to at most where no deadline is ahead; else that is the last day. */
export const SNOOZE_DAYS = 366;

/** Pieces of evidence that a requirement keeps at most; what was ever accepted never goes to make room. */
export const MOST_EVIDENCE = 20;

/** What somebody has said of a requirement. */
const RequirementStatus = z.enum(requirementStatuses);

/** What a requirement is on a day: its status, or what its dates and a waiver make of it. */
const RequirementState = z.enum([...requirementStatuses, 'expiring', 'expired', 'waived']);

/** Gives a client a standard to meet; its owner is the client's unless another is named. */
export const RequirementAssign = z
  .strictObject({
    standardKey: StandardKey,
    ownerId: UserId.optional(),
    dueOn: Day.nullish(),
    note: text(2_000).nullish(),
  })
  .meta({ id: 'RequirementAssign' });
export type RequirementAssign = z.output<typeof RequirementAssign>;

const Snooze = z.strictObject({ until: Day, reason: line(200) });

/** What changes a requirement: only the fields that are sent; null empties one. */
export const RequirementPatch = z
  .strictObject({
    ownerId: UserId.optional(),
    dueOn: Day.nullish(),
    note: text(2_000).nullish(),
    snooze: Snooze.nullish().meta({ description: 'No reminder goes out before this day; null wakes them' }),
  })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'names no field to change' })
  .meta({ id: 'RequirementPatch' });
export type RequirementPatch = z.output<typeof RequirementPatch>;

/** Moves a requirement to another status. */
export const RequirementMove = z
  .strictObject({
    status: RequirementStatus,
    reason: line(500).nullish().meta({ description: 'Needed for not_applicable' }),
    expiresOn: Day.nullish().meta({
      description: 'Last day on which it is met; without it the standard’s validity counts from today',
    }),
  })
  .refine(({ status, reason }) => status !== 'not_applicable' || !!reason, {
    path: ['reason'],
    error: 'is needed to say why it does not apply',
  })
  .refine(({ status, expiresOn }) => status === 'compliant' || !expiresOn, {
    path: ['expiresOn'],
    error: 'goes with the status compliant',
  })
  .meta({ id: 'RequirementMove' });
export type RequirementMove = z.output<typeof RequirementMove>;

/** A link to what proves that a standard is met. */
export const EvidenceAdd = z
  .strictObject({
    label: line(120),
    url: Website.max(1_000).meta({ description: 'http or https' }),
    kind: line(60).nullish().meta({ description: 'One of the standard’s kinds of evidence, or another' }),
    issuedOn: Day,
    expiresOn: Day.nullish().meta({ description: 'Without it the standard’s validity counts from issuedOn' }),
    corrects: EvidenceId.optional().meta({
      description: 'Evidence of this requirement that it takes the place of',
    }),
  })
  .refine(({ issuedOn, expiresOn }) => !expiresOn || issuedOn <= expiresOn, {
    path: ['expiresOn'],
    error: 'must not be before the day of issue',
  })
  .meta({ id: 'EvidenceAdd' });
export type EvidenceAdd = z.output<typeof EvidenceAdd>;

/** Accepts a piece of evidence, or rejects or withdraws it with a reason; what was judged may be judged again. */
export const EvidenceReview = z
  .strictObject({ decision: z.enum(['accepted', 'rejected', 'withdrawn']), reason: line(500).nullish() })
  .refine(({ decision, reason }) => decision === 'accepted' || !!reason, {
    path: ['reason'],
    error: 'is needed to say what is wrong with it',
  })
  .meta({ id: 'EvidenceReview' });
export type EvidenceReview = z.output<typeof EvidenceReview>;

/** One piece of evidence and what was thought of it. */
export const Evidence = z
  .strictObject({
    id: EvidenceId,
    label: z.string(),
    url: z.string(),
    kind: z.string().nullable(),
    issuedOn: z.string(),
    expiresOn: z.string().nullable().meta({ description: 'Last day on which it proves anything' }),
    review: z.enum(['pending', 'accepted', 'rejected', 'withdrawn']),
    reason: z.string().nullable(),
    addedAt: Instant,
    addedBy: ActorStamp,
    reviewedAt: Instant.nullable(),
    reviewedBy: ActorStamp.nullable(),
    acceptedAt: Instant.nullable().meta({ description: 'When it was first accepted, whatever became of it' }),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

/** Excuses a client from a standard up to and including a day. */
export const WaiverGrant = z.strictObject({ reason: line(500), until: Day }).meta({ id: 'WaiverGrant' });
export type WaiverGrant = z.output<typeof WaiverGrant>;

/** A waiver ends by itself after its last day; it stays on the record as what it was. */
export const Waiver = z.strictObject({
  reason: z.string(),
  until: z.string(),
  approver: ActorStamp,
  grantedAt: Instant,
});
export type Waiver = z.infer<typeof Waiver>;

const kept = {
  id: RequirementId,
  version: z.number().int().positive(),
  clientId: ClientId,
  standardKey: StandardKey,
  standardName: z.string(),
  status: RequirementStatus,
  statusReason: z.string().nullable(),
  ownerId: UserId,
  ownerName: z.string(),
  dueOn: z.string().nullable().meta({ description: 'By when it is to be met' }),
  expiresOn: z.string().nullable().meta({ description: 'Last day on which it is met, while it is' }),
  note: z.string().nullable(),
  snooze: z.strictObject({ until: z.string(), reason: z.string() }).nullable(),
  evidence: z.array(Evidence).meta({ description: 'Newest first' }),
  waiver: Waiver.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  updatedBy: ActorStamp,
};

/** A requirement as it is stored: nothing in it depends on what day it is. */
export const KeptRequirement = z.strictObject(kept);
export type KeptRequirement = z.infer<typeof KeptRequirement>;

/** A standard that one client has to meet, as it stands on the client's day. */
export const Requirement = z
  .strictObject({
    ...kept,
    state: RequirementState.meta({ description: 'Derived from the day in the client’s time zone' }),
    blocking: Blocking,
    fourEyes: z.boolean().meta({ description: 'Evidence is accepted by another than who added it' }),
    deadline: z
      .strictObject({
        on: z.string(),
        kind: z.enum(['due', 'expires']),
        daysLeft: z.number().int().meta({ description: 'Negative when it has passed' }),
      })
      .nullable()
      .meta({ description: 'What the next reminder is about' }),
    nextReminderOn: z.string().nullable(),
  })
  .meta({ id: 'Requirement' });
export type Requirement = z.infer<typeof Requirement>;

/** A requirement in the list of what is due, expired or about to be at any client, without its evidence. */
export const DueRequirement = Requirement.pick({
  id: true,
  clientId: true,
  standardName: true,
  state: true,
  deadline: true,
  ownerId: true,
  ownerName: true,
})
  .extend({ clientName: z.string() })
  .meta({ id: 'DueRequirement' });
export type DueRequirement = z.infer<typeof DueRequirement>;

/** The compliance of a client today: `percent` is what is met of what applies; waived does not apply meanwhile. */
export const Requirements = z
  .strictObject({
    today: z.string().meta({ description: 'The day in the client’s time zone that states are derived from' }),
    timeZone: z.string(),
    summary: z.strictObject({
      applicable: z.number().int(),
      met: z.number().int(),
      expired: z.number().int(),
      percent: z.number().int().nullable().meta({ description: 'Null when nothing applies' }),
    }),
    data: z.array(Requirement),
  })
  .meta({ id: 'Requirements' });
export type Requirements = z.infer<typeof Requirements>;
