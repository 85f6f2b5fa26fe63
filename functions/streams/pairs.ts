import { systemClock } from '#cloud/clock.ts';
import { unlimited } from '#contracts/limits.ts';
import { committer } from '#data/commit.ts';
import { connect } from '#data/documents.ts';
import { guarded } from '#data/guard.ts';
import { partition } from '#data/keys.ts';
import { readPairChange } from '#data/pair-stream.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { pairKeeper } from '#data/repositories/pairs.ts';
import * as PairSigns from '#domain/pair-signs.ts';
import { consume } from '../runtime/consume.ts';
import { env } from '../runtime/env.ts';

const documents = connect();

/** Keeps the pairs of clients that may be one. Each change is handled inside the workspace it happened in. */
export const handler = consume(async (images) => {
  const told = readPairChange(images);
  if (!told) return;
  const { workspaceId, ...change } = told;
  const client = guarded(documents, { prefixes: [partition.workspace(workspaceId)] });
  const table = env('FOYER_TABLE');
  const db = { client, table, workspaceId, limits: unlimited, commit: committer(client, table, null) };
  const data = { clients: clientRepository(db), pairs: pairKeeper(db) };
  await PairSigns.follow({ clock: systemClock, data }, change);
});
