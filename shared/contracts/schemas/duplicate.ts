import * as z from 'zod';
import { ClientId } from '../ids.ts';
import { ClientCreate, ClientRow } from './client.ts';
import { Email, line } from './text.ts';

/** What can tell that two clients are one, the strongest first. */
export const traitKinds = ['taxId', 'domain', 'email', 'name'] as const;
export type TraitKind = (typeof traitKinds)[number];

/** How many likely doubles are shown: more would be a list to work through, and nobody does. */
export const MOST_DUPLICATES = 5;

/** What is about to be saved, as far as it is known; at least one field. */
export const DuplicateQuestion = z
  .strictObject({
    name: line(120).optional(),
    website: ClientCreate.shape.website.unwrap().unwrap().optional(),
    taxId: line(40).optional().meta({ description: 'Only for whoever holds clients.view_tax' }),
    emails: z.array(Email).max(10).optional(),
    except: ClientId.optional().meta({ description: 'The client that is being edited' }),
  })
  .refine(({ except: _, ...traits }) => Object.keys(traits).length > 0, {
    error: 'names nothing to look for',
  })
  .meta({ id: 'DuplicateQuestion' });
export type DuplicateQuestion = z.output<typeof DuplicateQuestion>;

/** Clients that the asker sees and that share something with what was asked for; the likeliest first. */
export const Duplicates = z
  .strictObject({
    data: z
      .array(z.strictObject({ client: ClientRow, shared: z.array(z.enum(traitKinds)) }))
      .max(MOST_DUPLICATES),
  })
  .meta({ id: 'Duplicates' });
export type Duplicates = z.infer<typeof Duplicates>;
