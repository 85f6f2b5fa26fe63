import * as z from 'zod';
import { likelihoods, traitKinds } from '../duplicate-signs.ts';
import { ClientId } from '../ids.ts';
import { Client, ClientCreate, ClientRow } from './client.ts';
import { Instant, line, PersonEmail } from './text.ts';

/** How many likely doubles are shown: more would be a list to work through, and nobody does. */
export const MOST_DUPLICATES = 5;

/** What is about to be saved, as far as it is known; at least one field. */
export const DuplicateQuestion = z
  .strictObject({
    name: line(120).optional(),
    website: ClientCreate.shape.website.unwrap().unwrap().optional(),
    taxId: line(40).optional().meta({ description: 'Only for whoever holds clients.view_tax' }),
    emails: z.array(PersonEmail).max(10).optional(),
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

/** Pairs of a page: each is two whole clients to read. */
export const PAIRS_OF_A_PAGE = 20;

/** What helps to tell two clients apart. */
export const PairedClient = Client.pick({
  id: true,
  name: true,
  legalName: true,
  code: true,
  website: true,
  status: true,
  ownerId: true,
  ownerName: true,
  primaryContactName: true,
  sample: true,
  createdAt: true,
  lastActivityAt: true,
})
  .extend({ city: z.string().nullable().meta({ description: 'Of its first address' }) })
  .meta({ id: 'PairedClient' });
export type PairedClient = z.infer<typeof PairedClient>;

/** Two clients that share something, the one that was there first standing first. */
export const DuplicatePair = z
  .strictObject({
    version: z.number().int().positive(),
    clients: z.tuple([PairedClient, PairedClient]),
    shared: z
      .array(z.enum(traitKinds))
      .meta({ description: 'The strongest first; without what the asker may not read' }),
    likelihood: z.enum(likelihoods),
    dismissed: z
      .strictObject({ at: Instant, byName: z.string() })
      .nullable()
      .meta({ description: 'Who said that they are two' }),
  })
  .meta({ id: 'DuplicatePair' });
export type DuplicatePair = z.infer<typeof DuplicatePair>;

/** Says of two clients that they are two, or takes it back. */
export const PairDecision = z.strictObject({ dismissed: z.boolean() }).meta({ id: 'PairDecision' });
export type PairDecision = z.output<typeof PairDecision>;
