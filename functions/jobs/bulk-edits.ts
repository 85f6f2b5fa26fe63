import { frozenClock, systemClock } from '#cloud/clock.ts';
import { ulidIds } from '#cloud/ids.ts';
import type { Job } from '#contracts/jobs.ts';
import { unlimited } from '#contracts/limits.ts';
import { committer } from '#data/commit.ts';
import type { Db } from '#data/db.ts';
import type { DocumentClient } from '#data/documents.ts';
import { guarded } from '#data/guard.ts';
import { partition } from '#data/keys.ts';
import { openRepositories } from '#data/nouns.ts';
import { loadAccess } from '#data/repositories/access.ts';
import { bulkStore, carrying } from '#data/repositories/bulk-rows.ts';
import { codeRepository } from '#data/repositories/client-codes.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { listRepository } from '#data/repositories/lists.ts';
import { memberRepository } from '#data/repositories/members.ts';
import type { BulkTools } from '#domain/bulk-tools.ts';
import * as BulkWork from '#domain/bulk-work.ts';
import { staffActor } from '#domain/me.ts';
import { env } from '../runtime/env.ts';

/** Steps that one message makes before the rest is sent on, so that no workspace keeps all others waiting. */
const STEPS = 20;

/**
 * Goes on with a bulk edit as the member who made it, by the rights he has while each client is handled.
 * @returns false when there is more to do
 */
export function proceed(
  documents: DocumentClient,
  job: Extract<Job, { kind: 'bulk_edit.proceed' }>,
  hasTime: () => boolean,
): Promise<boolean> {
  const { workspaceId, userId } = job;
  const table = env('FOYER_TABLE');
  const client = guarded(documents, { prefixes: [partition.workspace(workspaceId)] });
  const db: Db = {
    client,
    table,
    workspaceId,
    limits: unlimited,
    commit: committer(client, table, null),
  };
  const nouns = {
    clients: clientRepository,
    codes: codeRepository,
    lists: listRepository,
    members: memberRepository,
  };
  let steps = 0;
  const hasMore = () => {
    steps += 1;
    return steps <= STEPS && hasTime();
  };
  const tools: BulkTools = {
    clock: systemClock,
    edits: bulkStore(db),
    async actor() {
      const { access } = await loadAccess(client, table, { workspaceId, userId }, null);
      return access && staffActor(userId, access);
    },
    as(actor, kept) {
      const own: Db = { ...db, limits: actor.limits };
      const data = openRepositories(kept ? carrying(own, kept.edit, kept.row) : own, nouns);
      return { actor, clock: frozenClock(), ids: ulidIds, data };
    },
  };
  return BulkWork.proceed(tools, job, hasMore);
}
