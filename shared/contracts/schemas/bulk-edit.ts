import * as z from 'zod';
import { BulkEditId, ClientId, UserId } from '../ids.ts';
import { ClientStatus, Tags } from './client.ts';
import { clientFilterFields } from './client-filter.ts';
import { Instant, line } from './text.ts';

/** The most clients that one bulk edit takes. */
export const MOST_AT_ONCE = 5_000;
/** Hours for which a bulk edit can be started, and taken back after its end. */
export const BULK_HOURS = 24;

const ToStatus = z
  .strictObject({
    field: z.literal('status'),
    status: ClientStatus.exclude(['pending']).meta({ description: 'Nobody goes back to pending' }),
    reason: line(500).optional(),
  })
  .refine(({ status, reason }) => status !== 'inactive' || reason !== undefined, {
    path: ['reason'],
    error: 'is needed to make clients inactive',
  });

const ToOwner = z.strictObject({ field: z.literal('owner'), ownerId: UserId });

const ToTags = z
  .strictObject({
    field: z.literal('tags'),
    add: Tags.default([]),
    remove: Tags.default([]),
    clear: z.boolean().default(false).meta({
      description: 'Takes all tags away before those of `add` are put on; never meant by leaving out',
    }),
  })
  .refine(({ add, remove, clear }) => clear || add.length + remove.length > 0, {
    error: 'names no tag to add or to remove',
  })
  .refine(({ add, remove }) => remove.every((tag) => !add.includes(tag)), {
    path: ['remove'],
    error: 'has a tag that is also to be added',
  });

/** What is done to every client of the selection: one field of a white list. */
export const BulkChange = z.discriminatedUnion('field', [ToStatus, ToOwner, ToTags]);
export type BulkChange = z.output<typeof BulkChange>;

/** Which clients: these, or all that a filter of the list finds while the bulk edit is prepared. */
export const BulkSelection = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('ids'),
    ids: z
      .array(ClientId)
      .min(1)
      .max(MOST_AT_ONCE)
      .refine((ids) => new Set(ids).size === ids.length, { error: 'has the same client twice' }),
  }),
  z.strictObject({
    by: z.literal('filter'),
    filter: z.strictObject({ ...clientFilterFields, q: line(80).optional() }),
  }),
]);
export type BulkSelection = z.output<typeof BulkSelection>;
export type BulkFilter = Extract<BulkSelection, { by: 'filter' }>['filter'];

/** What prepares a bulk edit; nothing changes before it is started. */
export const BulkEditCreate = z
  .strictObject({ change: BulkChange, selection: BulkSelection })
  .meta({ id: 'BulkEditCreate' });
export type BulkEditCreate = z.output<typeof BulkEditCreate>;

/**
 * `preparing` → `ready` (the preview stands) → `running` → `done`; `cancelling` → `cancelled` on the way;
 * `done` and `cancelled` → `undoing` → `undone`. `failed`: it could not be prepared.
 */
export const bulkStates = [
  'preparing',
  'ready',
  'running',
  'cancelling',
  'cancelled',
  'done',
  'failed',
  'undoing',
  'undone',
] as const;
export type BulkState = (typeof bulkStates)[number];

/**
 * What became of one client: `ok` changed, `unchanged` it was so already, `denied` not seen or not allowed,
 * `invalid` the change does not fit it, `conflict` somebody edited it since the preview.
 */
export const bulkOutcomes = ['ok', 'unchanged', 'denied', 'invalid', 'conflict'] as const;
export const BulkOutcome = z.enum(bulkOutcomes);
export type BulkOutcome = z.infer<typeof BulkOutcome>;

const number = z.number().int().nonnegative();

/** How many clients met which outcome. */
export const BulkTally = z.strictObject({
  ok: number,
  unchanged: number,
  denied: number,
  invalid: number,
  conflict: number,
});
export type BulkTally = z.infer<typeof BulkTally>;

const BulkPreview = z.strictObject({
  tally: BulkTally.meta({ description: 'What is foreseen; `ok` would change' }),
  skipped: z.array(z.strictObject({ outcome: BulkOutcome, code: z.string().nullable(), clients: number })),
  owners: z
    .array(z.strictObject({ userId: UserId, name: z.string(), clients: number }))
    .meta({ description: 'Whose clients would change, those with most first; twenty at most' }),
});
export type BulkPreview = z.infer<typeof BulkPreview>;

/** A change of many clients at once, as its maker sees it. */
export const BulkEdit = z
  .strictObject({
    id: BulkEditId,
    version: z.number().int().positive(),
    userId: UserId,
    state: z.enum(bulkStates),
    change: BulkChange,
    ownerName: z.string().nullable().meta({ description: 'Of the owner to be, where that is the change' }),
    filter: z
      .record(z.string(), z.string())
      .nullable()
      .meta({ description: 'The filter whose clients were frozen; null for clients that were picked' }),
    total: number.meta({ description: 'Clients in the frozen selection; zero until a filter was read' }),
    handled: number,
    tally: BulkTally,
    preview: BulkPreview.nullable(),
    problem: z
      .enum(['too_many', 'nothing', 'no_access'])
      .nullable()
      .meta({ description: 'Why it could not be prepared' }),
    undo: z
      .strictObject({ handled: number, tally: BulkTally })
      .nullable()
      .meta({ description: 'How far it was taken back; `conflict` was edited since and left alone' }),
    undoUntil: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    finishedAt: Instant.nullable(),
    expiresAt: Instant.meta({ description: 'When it is forgotten' }),
  })
  .meta({ id: 'BulkEdit' });
export type BulkEdit = z.infer<typeof BulkEdit>;

/** What became of one client, for whoever may see it. */
export const BulkRow = z
  .strictObject({
    clientId: ClientId,
    name: z.string().nullable().meta({ description: 'Null for a client that the asker does not see' }),
    outcome: BulkOutcome,
    code: z.string().nullable().meta({ description: 'Why it is not `ok`' }),
    undone: BulkOutcome.nullable().meta({ description: 'What became of it when it was taken back' }),
  })
  .meta({ id: 'BulkRow' });
export type BulkRow = z.infer<typeof BulkRow>;
