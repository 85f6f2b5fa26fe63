import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { BrandId, ClientId, ContactId } from '../ids.ts';
import { routingEvents } from '../routing.ts';
import { Instant, line, text, Website } from './text.ts';

/** A colour as the web writes it. */
const Color = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'must be a colour like #1f6feb')
  .meta({ example: '#1f6feb' });

/** Colours that a brand may have beside its first one. */
export const MOST_MORE_COLORS = 5;

const editable = {
  name: line(120),
  color: Color.nullish(),
  moreColors: z
    .array(Color)
    .max(MOST_MORE_COLORS)
    .refine((colors) => new Set(colors).size === colors.length, { error: 'has the same colour twice' })
    .optional()
    .meta({ description: 'Beside the first one; an empty list takes them away' }),
  website: Website.nullish(),
  note: text(2_000).nullish(),
};

/** What creates a brand. */
export const BrandCreate = z.strictObject(editable).meta({ id: 'BrandCreate' });
export type BrandCreate = z.output<typeof BrandCreate>;

/** What changes a brand: only the fields that are sent; null empties one. */
export const BrandPatch = z
  .strictObject({ ...editable, name: editable.name.optional() })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'names no field to change' })
  .meta({ id: 'BrandPatch' });
export type BrandPatch = z.output<typeof BrandPatch>;

/** A name under which a client appears to its own customers. */
export const Brand = z
  .strictObject({
    id: BrandId,
    version: z.number().int().positive(),
    clientId: ClientId,
    name: z.string(),
    color: z.string().nullable(),
    moreColors: z.array(z.string()),
    website: z.string().nullable(),
    note: z.string().nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    updatedBy: ActorStamp,
  })
  .meta({ id: 'Brand' });
export type Brand = z.infer<typeof Brand>;

/**
 * What becomes of people who stand for a removed brand alone: they stand for the whole client (`widen`), or have
 * left with it (`leave`) and are written to no more.
 */
export const AloneChoice = z.enum(['widen', 'leave']);
export type AloneChoice = z.output<typeof AloneChoice>;

/** What hangs on a brand, and is changed or goes when it is removed. */
export const BrandUses = z
  .strictObject({
    alone: z.number().int().nonnegative().meta({ description: 'How many people stand for this brand alone' }),
    contacts: z
      .array(z.strictObject({ id: ContactId, name: z.string(), alone: z.boolean(), primary: z.boolean() }))
      .optional()
      .meta({ description: 'Whoever stands for it; absent without stakeholders.view' }),
    rules: z.array(z.enum(routingEvents)).meta({ description: 'Rules of its own, which go with it' }),
    rates: z.number().int().nonnegative().optional().meta({
      description: 'How many rates were agreed for it, which go with it; absent without rates.view',
    }),
  })
  .meta({ id: 'BrandUses' });
export type BrandUses = z.infer<typeof BrandUses>;
