import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';
import { unlimited } from '#contracts/limits.ts';
import { committer } from '#data/commit.ts';
import type { Db } from '#data/db.ts';
import { connect, type DocumentClient } from '#data/documents.ts';
import { guarded, type Scope } from '#data/guard.ts';
import { partition } from '#data/keys.ts';
import { metered, type Spent } from '#data/meter.ts';
import { loadAccesses } from '#data/repositories/access.ts';
import { openRepositories, type Readers, type Writers } from '#data/repositories.ts';
import type { AccessReader } from '#domain/me.ts';
import type { Turn } from '../runtime/context.ts';
import { env } from '../runtime/env.ts';

let documents: DocumentClient | undefined;

/** The table's client for one scope: counted, and unable to leave the scope. */
export function tableClient(scope: Scope, spent: Spent): DocumentClient {
  documents ??= connect();
  return guarded(metered(documents, spent), scope);
}

/** The workspace that this request was let into; the repositories cannot reach any other. */
function open(turn: Turn) {
  const workspaceId = turn.params.workspaceId as WorkspaceId;
  const client = tableClient({ prefixes: [partition.workspace(workspaceId)] }, turn.spent.route);
  const table = env('FOYER_TABLE');
  const limits = turn.actor.type === 'staff' ? turn.actor.limits : unlimited;
  const db: Db = { client, table, workspaceId, limits, commit: committer(client, table, turn.claim) };
  return openRepositories(db);
}

/** `table.read`: the repositories without their writing methods, as far as a handler can tell. */
export const tableRead = (turn: Turn): { data: Readers } => ({ data: open(turn) });

/** `table.write`: what may be changed; the commit carries the request's idempotency claim. */
export const tableWrite = (turn: Turn): { data: Writers } => ({ data: open(turn) });

/** `table.read` outside a workspace: one read that proves the table answers. */
export const tablePing = (turn: Turn): { ping: () => Promise<void> } => ({
  ping: async () => {
    const client = tableClient({ prefixes: ['health'] }, turn.spent.route);
    await client.send(new GetCommand({ TableName: env('FOYER_TABLE'), Key: { pk: 'health', sk: 'health' } }));
  },
});

/** `table.read` of a person who is in no workspace yet: his own access in those the directory names. */
export const ownAccesses = (turn: Turn): { accesses: AccessReader } => ({
  accesses: (workspaceIds) => {
    const client = tableClient({ prefixes: workspaceIds.map(partition.workspace) }, turn.spent.route);
    return loadAccesses(client, env('FOYER_TABLE'), turn.subject as UserId, workspaceIds);
  },
});
