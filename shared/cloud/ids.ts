import { monotonicFactory } from 'ulid';
import { type Id, idPrefixes } from '#contracts/ids.ts';
import type { Ids } from '#domain/deps.ts';

const ulid = monotonicFactory();

/** Prefixed ULIDs; those made by one process in one millisecond still sort as they were made. */
export const ulidIds: Ids = {
  next: (kind) => `${idPrefixes[kind]}_${ulid()}` as Id<typeof kind>,
};
