import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';
import { unlimited } from '#contracts/limits.ts';
import { committer } from '#data/commit.ts';
import type { Db } from '#data/db.ts';
import { connect, type DocumentClient } from '#data/documents.ts';
import { guarded, type Scope } from '#data/guard.ts';
import { partition } from '#data/keys.ts';
import { metered, type Spent } from '#data/meter.ts';
import { type Factories, openRepositories, type Readers, type Writers } from '#data/nouns.ts';
import { loadAccesses } from '#data/repositories/access.ts';
import type { AccessReader } from '#domain/me.ts';
import type { Turn } from '../runtime/context.ts';
import { env } from '../runtime/env.ts';

let documents: DocumentClient | undefined;

/** The table's client for one scope: counted, and unable to leave the scope. */
export function tableClient(scope: Scope, spent: Spent): DocumentClient {
  documents ??= connect();
  return guarded(metered(documents, spent), scope);
}

type Nouns = Partial<Factories>;

/**
 * `table.read` and `table.write` on these nouns of the workspace that the request was let into. The repositories
 * cannot reach any other workspace; a noun that a function does not name is neither there to call nor in its
 * bundle; what may be written is seen only where the route says so. The commit carries the request's idempotency
 * claim and the limits of the plan.
 */
export function tableOf<const F extends Nouns>(factories: F) {
  const open = (turn: Turn) => {
    const workspaceId = turn.params.workspaceId as WorkspaceId;
    const client = tableClient({ prefixes: [partition.workspace(workspaceId)] }, turn.spent.route);
    const table = env('FOYER_TABLE');
    const limits = turn.actor.type === 'staff' ? turn.actor.limits : unlimited;
    const db: Db = { client, table, workspaceId, limits, commit: committer(client, table, turn.claim) };
    return openRepositories(db, factories) as object;
  };
  return {
    'table.read': (turn: Turn) => ({ data: open(turn) as Pick<Readers, keyof F & keyof Readers> }),
    'table.write': (turn: Turn) => ({ data: open(turn) as Pick<Writers, keyof F & keyof Writers> }),
  };
}

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
