import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { blockings, ruleFields } from '../compliance.ts';
import { ListEntry } from './list.ts';
import { Country, Instant, line, text } from './text.ts';

/** Standards that one workspace may keep, archived ones included: few enough to be read at once. */
export const MOST_STANDARDS = 100;

/** Names a standard for ever, whatever it comes to be called. */
export const StandardKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_]{0,39}$/, 'must be 1 to 40 small letters, digits or underscores')
  .meta({ example: 'iso_9001' });
export type StandardKey = z.infer<typeof StandardKey>;

/** What follows while a client does not meet a standard. */
export const Blocking = z.enum(blockings);
export type Blocking = z.infer<typeof Blocking>;

const Reminders = z
  .array(z.number().int().min(1).max(365))
  .max(6)
  .refine((days) => new Set(days).size === days.length, { error: 'has the same day twice' })
  .overwrite((days) => [...days].sort((a, b) => b - a))
  .meta({ description: 'Days before a deadline, each told once; the first one also begins “expiring”' });

/** Values of one kind that a rule names; a client that has one of them fits. */
const oneOf = <T extends z.ZodType<string, string>>(value: T) =>
  z
    .array(value)
    .max(20)
    .refine((values) => new Set(values).size === values.length, { error: 'has the same value twice' })
    .optional();

/**
 * To which clients a standard is proposed: those that have one of the values in each kind that the rule names.
 * Industries and tags are the texts that clients carry, in any case of letters.
 */
export const AssignRule = z
  .strictObject({
    industries: oneOf(line(80)),
    serviceTypeKeys: oneOf(ListEntry.shape.key),
    countries: oneOf(Country).meta({ description: 'Of any of its addresses' }),
    tags: oneOf(line(40)),
  })
  .refine((rule) => ruleFields.some((field) => rule[field]?.length), { error: 'names nothing to go by' })
  .meta({ id: 'AssignRule' });
export type AssignRule = z.output<typeof AssignRule>;

const editable = {
  name: line(120),
  description: text(2_000).nullish(),
  evidenceTypes: z
    .array(line(60))
    .max(10)
    .refine((kinds) => new Set(kinds).size === kinds.length, { error: 'has the same kind twice' })
    .optional(),
  validityDays: z
    .number()
    .int()
    .min(1)
    .max(3_650)
    .nullish()
    .meta({ description: 'Days for which it is met, where the evidence does not say; null is without end' }),
  reminders: Reminders.optional(),
  blocking: Blocking.optional(),
  fourEyes: z
    .boolean()
    .optional()
    .meta({ description: 'Whether evidence has to be accepted by another than who added it' }),
  rule: AssignRule.nullish().meta({ description: 'Null proposes it to nobody' }),
};

/** What creates a standard. */
export const StandardCreate = z
  .strictObject({ key: StandardKey, ...editable })
  .meta({ id: 'StandardCreate' });
export type StandardCreate = z.output<typeof StandardCreate>;

/** What changes a standard: only the fields that are sent; its key never changes. */
export const StandardPatch = z
  .strictObject({ ...editable, name: editable.name.optional(), archived: z.boolean().optional() })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'names no field to change' })
  .meta({ id: 'StandardPatch' });
export type StandardPatch = z.output<typeof StandardPatch>;

/**
 * Something that clients of the workspace may have to meet. `lists.manage` changes it, as it changes every
 * list that forms offer: what a client must meet is `compliance.manage`, what can be asked of clients at all
 * is the workspace's own vocabulary, and managers have the former alone.
 */
const standard = {
  key: StandardKey,
  version: z.number().int().positive(),
  name: z.string(),
  description: z.string().nullable(),
  evidenceTypes: z.array(z.string()),
  validityDays: z.number().int().nullable(),
  reminders: z.array(z.number().int()),
  blocking: Blocking,
  fourEyes: z.boolean(),
  rule: AssignRule.nullable(),
  archived: z.boolean().meta({ description: 'Kept where it is in use, and assigned to nobody any more' }),
  createdAt: Instant,
  updatedAt: Instant,
  updatedBy: ActorStamp,
};
const Uses = z
  .number()
  .int()
  .nonnegative()
  .meta({ description: 'Clients that have it, those in the trash too' });

/** A standard as it is stored. */
export const KeptStandard = z.strictObject({ ...standard, uses: Uses });
export type KeptStandard = z.infer<typeof KeptStandard>;

/** A standard as somebody may know it: how many clients have it is told to who sees all of them and their compliance. */
export const Standard = z.strictObject({ ...standard, uses: Uses.optional() }).meta({ id: 'Standard' });
export type Standard = z.infer<typeof Standard>;

/** Every standard of the workspace, by key. */
export const Standards = z.strictObject({ data: z.array(Standard) }).meta({ id: 'Standards' });
