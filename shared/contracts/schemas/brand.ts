import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { BrandId, ClientId } from '../ids.ts';
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
