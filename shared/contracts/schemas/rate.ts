import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { BrandId, ClientId, ProjectId, RateId } from '../ids.ts';
import { MOST_RATE } from '../money.ts';
import { MOST_RATE_CHANGES } from '../positions.ts';
import { OvertimePolicy } from './overtime.ts';
import { Day, Instant, line } from './text.ts';

/**
 * What an hour of a position costs, from a day on. It ends with its own last day, or with the day before the
 * next rate of the position begins, whichever comes first.
 */
export const Rate = z
  .strictObject({
    id: RateId,
    version: z.number().int().positive(),
    positionKey: z.string().meta({
      description: 'Key in the workspace’s list of positions, or the folded name of one that is not in it',
    }),
    positionName: z.string(),
    regular: z.number().int().meta({ description: 'In the smallest unit of the currency' }),
    overtime: z.number().int().nullable().meta({ description: 'Null: the workspace’s policy decides' }),
    currency: z.string(),
    unit: z.literal('hour'),
    effectiveFrom: z.string(),
    effectiveTo: z.string().nullable().meta({ description: 'The last day, inclusive; null is without end' }),
    note: z.string().nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    updatedBy: ActorStamp,
  })
  .meta({ id: 'Rate' });
export type Rate = z.infer<typeof Rate>;

/**
 * Whatever is sent is taken here and judged by the rule, so that every bad amount, also one that is no number at
 * all, is `invalid_money` at its own cell.
 */
const Amount = z
  .custom<number>((sent) => sent !== undefined)
  .meta({
    description: 'Integer of the currency’s smallest unit, 0 to 10,000,000',
    override: { type: 'integer', minimum: 0, maximum: MOST_RATE },
  });

/** One row as it should be. With an id it takes the place of that rate, at that version. */
const RatePut = z
  .strictObject({
    id: RateId.optional(),
    version: z.number().int().positive().optional(),
    position: line(80).meta({ description: 'Name of the position, or its key in the workspace’s list' }),
    regular: Amount,
    overtime: Amount.nullish(),
    effectiveFrom: Day,
    effectiveTo: Day.nullish(),
    note: line(200).nullish(),
  })
  .refine(({ id, version }) => (id === undefined) === (version === undefined), {
    path: ['version'],
    error: 'goes with the id of a rate',
  })
  .meta({ id: 'RatePut' });
export type RatePut = z.output<typeof RatePut>;

/** Changes of many rows that are made together or not at all. */
export const RateChanges = z
  .strictObject({
    put: z.array(RatePut).max(MOST_RATE_CHANGES).default([]),
    remove: z
      .array(z.strictObject({ id: RateId, version: z.number().int().positive() }))
      .max(MOST_RATE_CHANGES)
      .default([]),
  })
  .refine(({ put, remove }) => put.length + remove.length > 0, { error: 'names nothing to change' })
  .refine(({ put, remove }) => put.length + remove.length <= MOST_RATE_CHANGES, {
    error: `changes at most ${MOST_RATE_CHANGES} rows at once`,
  })
  .meta({ id: 'RateChanges' });
export type RateChanges = z.output<typeof RateChanges>;

/** Every rate of a client or of the rate card: by position, oldest first. */
export const Rates = z
  .strictObject({
    currency: z.string().meta({ description: 'Of what is new; a rate keeps the one it was agreed in' }),
    overtimePolicy: OvertimePolicy,
    today: z.iso.date().meta({ description: 'The day that it is in the time zone of the workspace' }),
    data: z.array(Rate),
  })
  .meta({ id: 'Rates' });
export type Rates = z.infer<typeof Rates>;

/** The rates that a batch added or changed, as they are now. */
export const ChangedRates = z.strictObject({ data: z.array(Rate) }).meta({ id: 'ChangedRates' });

/** The query that a rate is looked up by; a project and a brand are asked first, where they are named. */
export const resolveQuery = {
  position: line(80),
  on: Day,
  projectId: ProjectId.optional(),
  brandId: BrandId.optional(),
};

/** Who may have a rate of a position, the nearest to the work first. */
export const rateLevels = ['project', 'brand', 'client', 'parent', 'card'] as const;
export const RateLevel = z.enum(rateLevels);
export type RateLevel = z.infer<typeof RateLevel>;

/** One level that was looked at, and what it has on the day. */
export const RateStep = z
  .strictObject({
    level: RateLevel,
    id: z
      .union([ProjectId, BrandId, ClientId])
      .nullable()
      .meta({ description: 'Null for the card, and for a parent that the asker does not see' }),
    name: z.string().nullable(),
    verdict: z
      .enum(['applies', 'overruled', 'other_currency', 'none'])
      .meta({ description: 'Overruled: a nearer level has one. Other currency: nothing is converted' }),
    rate: Rate.nullable().meta({ description: 'Without its note where the asker does not see the parent' }),
  })
  .meta({ id: 'RateStep' });
export type RateStep = z.infer<typeof RateStep>;

/** The one rate of a position on a day, who gave it, what else was looked at in order, and what overtime costs. */
export const ResolvedRate = z
  .strictObject({
    source: RateLevel,
    sourceName: z.string().nullable().meta({ description: 'Of the project, brand, client or parent' }),
    looked: z.array(RateStep),
    rate: Rate,
    overtime: z.strictObject({
      basis: z.enum(['rate', 'multiplier', 'regular', 'blocked']),
      amount: z.number().int().nullable().meta({ description: 'Null: overtime may not be billed' }),
    }),
  })
  .meta({ id: 'ResolvedRate' });
export type ResolvedRate = z.infer<typeof ResolvedRate>;

/** A preview is of all positions; what is written at once are as many as go together. */
const positions = z
  .array(z.string().min(1).max(320))
  .min(1)
  .max(MOST_RATE_CHANGES)
  .optional()
  .meta({ description: 'Keys of the positions that it is about; absent is all of them' });

/** Raises or lowers whatever is valid on a day, from that day on. */
export const Uplift = z
  .strictObject({
    positions,
    percent: z
      .number()
      .int()
      .min(-9_000)
      .max(50_000)
      .refine((percent) => percent !== 0, { error: 'must raise or lower' })
      .meta({ description: 'In hundredths of a percent: 525 is 5.25 %' }),
    from: Day,
    roundTo: z
      .union([z.literal(1), z.literal(5), z.literal(10), z.literal(50), z.literal(100), z.literal(500)])
      .default(1)
      .meta({ description: 'In the smallest unit: 100 rounds to whole euros' }),
    rounding: z.enum(['nearest', 'up', 'down']).default('nearest'),
    later: z
      .enum(['keep', 'raise'])
      .default('keep')
      .meta({ description: 'What becomes of rates that are agreed for days after that one' }),
  })
  .meta({ id: 'Uplift' });
export type Uplift = z.output<typeof Uplift>;

/** Takes over what is valid on a day elsewhere; positions that have a rate of their own that day keep it. */
export const RateCopy = z
  .strictObject({ from: z.union([z.literal('card'), ClientId]), effectiveFrom: Day, positions })
  .meta({ id: 'RateCopy' });
export type RateCopy = z.output<typeof RateCopy>;

/** Whether only to say what would be written. */
export const previewQuery = { preview: z.enum(['true', 'false']).default('false') };

/** What an uplift or a copy did, or would do. */
export const RateOutcome = z
  .strictObject({
    written: z.boolean(),
    data: z.array(
      z.strictObject({
        positionKey: z.string(),
        positionName: z.string(),
        currency: z.string(),
        effectiveFrom: z.string(),
        before: z
          .strictObject({ regular: z.number().int(), overtime: z.number().int().nullable() })
          .nullable(),
        after: z.strictObject({ regular: z.number().int(), overtime: z.number().int().nullable() }),
      }),
    ),
    skipped: z.array(z.string()).meta({ description: 'Positions that keep what they have' }),
    later: z.array(z.string()).meta({
      description: 'Positions with rates that are agreed for later days, and stay as they are',
    }),
    foreign: z
      .array(z.string())
      .meta({ description: 'Positions whose rate is in another currency; nothing is converted' }),
  })
  .meta({ id: 'RateOutcome' });
export type RateOutcome = z.infer<typeof RateOutcome>;
