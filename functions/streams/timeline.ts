import { unlimited } from '#contracts/limits.ts';
import { committer } from '#data/commit.ts';
import { connect } from '#data/documents.ts';
import { guarded } from '#data/guard.ts';
import { partition } from '#data/keys.ts';
import { activityRepository } from '#data/repositories/activity.ts';
import { readChange } from '#data/stream.ts';
import * as Activity from '#domain/activity.ts';
import { consume } from '../runtime/consume.ts';
import { env } from '../runtime/env.ts';

const documents = connect();

/** Writes the activity timeline; nothing else does. Each change is handled inside the workspace it happened in. */
export const handler = consume(async (images) => {
  const { workspaceId, ...change } = readChange(images);
  const client = guarded(documents, { prefixes: [partition.workspace(workspaceId)] });
  const table = env('FOYER_TABLE');
  const db = { client, table, workspaceId, limits: unlimited, commit: committer(client, table, null) };
  await Activity.record(activityRepository(db), change);
});
