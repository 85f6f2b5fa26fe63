import * as z from 'zod';
import { features } from '../features.ts';
import { UserId } from '../ids.ts';
import { limits } from '../limits.ts';
import { moduleStates, modules } from '../modules.ts';
import { Instant, line, Money } from './text.ts';

export const OfferKind = z.enum(['plan', 'add_on']);
export type OfferKind = z.infer<typeof OfferKind>;
export const OfferKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, 'must be 2 to 40 small letters, digits or underscores');

/** A limit of a plan, or what an add-on adds to it; null and absent are without limit. */
const OfferLimits = z.partialRecord(z.enum(limits), z.number().int().min(0).max(10_000_000).nullable());

const content = {
  name: line(60),
  summary: line(200),
  price: Money.meta({ description: 'A month' }),
  features: z.array(z.enum(features)).max(features.length),
  limits: OfferLimits,
  /** No longer sold; whoever has it keeps it. */
  retired: z.boolean(),
};

/** What an operator writes; the version counts up by itself. Keys of features are read apart, to name the bad one. */
export const OfferChange = z
  .strictObject({ ...content, features: z.array(z.string().max(60)).max(100) })
  .meta({ id: 'OfferChange' });
export type OfferChange = z.output<typeof OfferChange>;

/** A plan or an add-on of this installation. */
export const Offer = z
  .strictObject({ kind: OfferKind, key: OfferKey, version: z.number().int().positive(), ...content })
  .meta({ id: 'Offer' });
export type Offer = z.infer<typeof Offer>;
export const Offers = z.strictObject({ data: z.array(Offer) }).meta({ id: 'Offers' });

const Pinned = z.strictObject({
  key: z.string(),
  name: z.string(),
  version: z.number().int(),
  features: z.array(z.enum(features)),
  limits: OfferLimits,
});

const ModuleStates = z.partialRecord(z.enum(modules), z.enum(moduleStates));

/** What a workspace has, and how much of its limits is used. */
export const WorkspacePlan = z
  .strictObject({
    version: z.number().int().positive(),
    plan: Pinned,
    addOns: z.array(Pinned),
    modules: z.array(
      z.strictObject({
        key: z.enum(modules),
        state: z.enum(moduleStates),
        inPlan: z.boolean(),
        keptUntil: Instant.nullable().meta({
          description: 'Of a parked module: how long its data is promised',
        }),
      }),
    ),
    limits: z.array(
      z.strictObject({ limit: z.enum(limits), used: z.number().int(), max: z.number().int().nullable() }),
    ),
  })
  .meta({ id: 'WorkspacePlan' });
export type WorkspacePlan = z.infer<typeof WorkspacePlan>;

/** What a workspace should have; what is not named stays. */
export const PlanChange = z
  .strictObject({
    plan: OfferKey.optional(),
    addOns: z.array(OfferKey).max(20).optional(),
    modules: ModuleStates.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'names nothing to change' })
  .meta({ id: 'PlanChange' });
export type PlanChange = z.output<typeof PlanChange>;

/** What a change of plan or modules would do, before anybody saves it. */
export const PlanSimulation = z
  .strictObject({
    gained: z.array(z.enum(features)),
    lost: z.array(z.enum(features)),
    menus: z.array(z.string()).meta({ description: 'Pages that go' }),
    routes: z.array(z.string()).meta({ description: 'Routes that stop answering' }),
    records: z
      .array(z.strictObject({ kind: z.enum(['projects', 'accesses']), count: z.number().int() }))
      .meta({ description: 'Records out of reach, counted up to a thousand; kept all the same' }),
    limits: z.array(
      z.strictObject({
        limit: z.enum(limits),
        used: z.number().int(),
        max: z.number().int().nullable(),
        over: z.boolean(),
      }),
    ),
    people: z.array(
      z.strictObject({ userId: UserId, name: z.string(), role: z.string(), loses: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'PlanSimulation' });
export type PlanSimulation = z.infer<typeof PlanSimulation>;
