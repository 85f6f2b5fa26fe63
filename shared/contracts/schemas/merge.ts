import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { ClientId, MergeId } from '../ids.ts';
import {
  collisionOutcomes,
  mergeBlocks,
  mergeChoices,
  mergeKinds,
  mergeSides,
  mergeStates,
} from '../merging.ts';
import { ClientRow } from './client.ts';
import { Instant } from './text.ts';

const Side = z.enum(mergeSides);
const Kind = z.enum(mergeKinds);
const Version = z.number().int().positive();

/** One field of two clients, side by side, as it reads. */
export const MergeField = z
  .strictObject({
    field: z
      .string()
      .meta({ description: 'The key to choose by: `name`, `settings.terms`, `custom.region`' }),
    label: z.string(),
    state: z.enum(['same', 'survivor_only', 'loser_only', 'differs']),
    survivor: z.string().nullable(),
    loser: z.string().nullable(),
    take: Side.meta({ description: 'What is taken where nothing is chosen' }),
    mustChoose: z.boolean().meta({
      description: 'About money and different, or more than a client can have: nothing is taken unasked',
    }),
    joinable: z.boolean().meta({ description: 'Texts that can be kept both, one below the other' }),
  })
  .meta({ id: 'MergeField' });
export type MergeField = z.infer<typeof MergeField>;

/** Something that both have, and what becomes of the one that would move. */
export const MergeCollision = z
  .strictObject({
    kind: Kind.or(z.enum(['routing'])),
    name: z.string(),
    outcome: z.enum(collisionOutcomes),
    becomes: z.string().nullable().meta({ description: 'The new name of what is renamed' }),
  })
  .meta({ id: 'MergeCollision' });
export type MergeCollision = z.infer<typeof MergeCollision>;

/** What merging would do; nothing is written. */
export const MergePreview = z
  .strictObject({
    survivor: ClientRow,
    loser: ClientRow,
    fields: z.array(MergeField),
    moves: z.array(z.strictObject({ kind: Kind, count: z.number().int() })),
    collisions: z.array(MergeCollision),
    blocks: z.array(z.strictObject({ block: z.enum(mergeBlocks), detail: z.string() })),
  })
  .meta({ id: 'MergePreview' });
export type MergePreview = z.infer<typeof MergePreview>;

/** Merges another client into the one of the path, both as they were seen. */
export const MergeCreate = z
  .strictObject({
    loserId: ClientId,
    versions: z.strictObject({ survivor: Version, loser: Version }),
    choices: z
      .record(z.string().max(100), z.enum(mergeChoices))
      .refine((choices) => Object.keys(choices).length <= 200, { error: 'has more than 200 fields' })
      .default({})
      .meta({ description: 'Whose value is taken, by field; the rest is taken as the preview says' }),
  })
  .meta({ id: 'MergeCreate' });
export type MergeCreate = z.output<typeof MergeCreate>;

/** A merge: who went into whom, and how far it is. */
export const Merge = z
  .strictObject({
    id: MergeId,
    version: Version.meta({ description: 'Rises when somebody asks for something; progress moves it not' }),
    clientId: ClientId.meta({ description: 'The client that stayed' }),
    loserId: ClientId,
    loserName: z.string(),
    state: z.enum(mergeStates),
    total: z.number().int().meta({ description: 'Records that had to move' }),
    handled: z.number().int().meta({ description: 'Records that moved, or moved back, so far' }),
    skipped: z
      .array(z.strictObject({ kind: z.string(), name: z.string() }))
      .meta({ description: 'What stayed as it is when the merge was taken back: somebody changed it since' }),
    undoUntil: Instant.meta({ description: 'Until then it can be taken back' }),
    createdAt: Instant,
    createdBy: ActorStamp,
    updatedAt: Instant,
    updatedBy: ActorStamp,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Merge' });
export type Merge = z.infer<typeof Merge>;
