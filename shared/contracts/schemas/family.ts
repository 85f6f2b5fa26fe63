import * as z from 'zod';
import { ClientId } from '../ids.ts';
import { ClientCounts, ClientRow } from './client.ts';

/** How many levels of clients may stand below each other, the topmost counted. */
export const MOST_LEVELS = 4;
/** How many clients may stand directly below one, and how many below a client that moves, at whatever depth. */
export const MOST_BELOW = 40;

/** What moves a client below another one; null makes it stand alone. */
export const ParentChange = z.strictObject({ parentId: ClientId.nullable() }).meta({ id: 'ParentChange' });
export type ParentChange = z.output<typeof ParentChange>;

/** How many clients of a family are shown; where there are more, the answer says so. */
export const MOST_SHOWN = 50;

/** A client of a family, and how far below its topmost client that is shown it stands. */
export const FamilyMember = ClientRow.extend({
  level: z.number().int().min(0),
  parentId: ClientId.nullable().meta({
    description: 'The one above it in this family; null for the topmost',
  }),
}).meta({ id: 'FamilyMember' });
export type FamilyMember = z.infer<typeof FamilyMember>;

/**
 * The live clients of a family as far as the asker sees them, whole branches in the order of a tree: whoever is out
 * of his sight, or in the trash, ends a branch.
 */
export const Family = z
  .strictObject({
    parent: z.enum(['none', 'shown', 'in_trash', 'out_of_sight']).meta({
      description: 'Whether it stands below another one, and why that one is not among the members',
    }),
    members: z
      .array(FamilyMember)
      .meta({ description: 'Itself, all above it, and the branches below those' }),
    more: z.boolean().meta({ description: `There are more than the ${MOST_SHOWN} that are shown` }),
    below: ClientCounts.meta({ description: 'Those below it at whatever depth, as far as they are shown' }),
  })
  .meta({ id: 'Family' });
export type Family = z.infer<typeof Family>;
