import * as z from 'zod';
import { ClientId } from '../ids.ts';
import { ClientRow } from './client.ts';

/** How many levels of clients may stand below each other, the topmost counted. */
export const MOST_LEVELS = 4;
/** How many clients may stand directly below one, and how many below a client that moves, at whatever depth. */
export const MOST_BELOW = 40;

/** What moves a client below another one; null makes it stand alone. */
export const ParentChange = z.strictObject({ parentId: ClientId.nullable() }).meta({ id: 'ParentChange' });
export type ParentChange = z.output<typeof ParentChange>;

/** The live clients directly above and below a client, as far as the asker sees them. */
export const Family = z
  .strictObject({ parent: ClientRow.nullable(), children: z.array(ClientRow) })
  .meta({ id: 'Family' });
export type Family = z.infer<typeof Family>;
