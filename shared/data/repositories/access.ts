import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { Refusal } from '#contracts/errors.ts';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';
import { permissionsOf } from '#contracts/roles.ts';
import type { Access } from '#domain/me.ts';
import type { DocumentClient } from '../documents.ts';
import { Member } from '../entities/member.ts';
import { Workspace } from '../entities/workspace.ts';
import {
  type IdempotencyClaim,
  type IdempotencyRecord,
  idempotencyKey,
  parseIdempotency,
} from './idempotency.ts';

type Item = Record<string, unknown>;

const keysOf = (table: string, workspaceId: WorkspaceId, userId: UserId): Item[] => [
  Workspace.get({ workspaceId }).params<{ Key: Item }>({ table }).Key,
  Member.get({ workspaceId, userId }).params<{ Key: Item }>({ table }).Key,
];

/** The access of a person in a workspace, and the idempotency record of the request, in one BatchGet. */
export async function loadAccess(
  client: DocumentClient,
  table: string,
  who: { workspaceId: WorkspaceId; userId: UserId },
  claim: IdempotencyClaim | null,
): Promise<{ access: Access | null; replay: IdempotencyRecord | null }> {
  const keys = keysOf(table, who.workspaceId, who.userId);
  const items = await batchGet(client, table, claim ? [...keys, idempotencyKey(table, claim)] : keys);
  const replay = claim ? items.find((item) => item.__edb_e__ === 'idempotency') : undefined;
  return { access: accessFrom(items, who.workspaceId), replay: claim && parseIdempotency(replay, claim.now) };
}

/** The access of a person in several workspaces, in one BatchGet; those without a live membership are absent. */
export async function loadAccesses(
  client: DocumentClient,
  table: string,
  userId: UserId,
  workspaceIds: readonly WorkspaceId[],
): Promise<Access[]> {
  if (workspaceIds.length === 0) return [];
  const keys = workspaceIds.flatMap((workspaceId) => keysOf(table, workspaceId, userId));
  const items = await batchGet(client, table, keys);
  return workspaceIds.flatMap((workspaceId) => accessFrom(items, workspaceId) ?? []);
}

function accessFrom(items: readonly Item[], workspaceId: WorkspaceId): Access | null {
  const own = items.filter((item) => item.workspaceId === workspaceId);
  const workspace = Workspace.parse({ Item: own.find((item) => item.__edb_e__ === 'workspace') }).data;
  const member = Member.parse({ Item: own.find((item) => item.__edb_e__ === 'member') }).data;
  if (workspace?.status !== 'active' || member?.status !== 'active') return null;
  const { roles, entitlements } = workspace;
  return {
    workspace: { id: workspaceId, name: workspace.name, slug: workspace.slug },
    member: { name: member.name, email: member.email, role: member.role },
    roles,
    permissions: permissionsOf(member.role, roles),
    entitlements,
    accessVersion: workspace.version + member.version,
  };
}

/** Strongly consistent: a revoked right is gone with the next request. */
async function batchGet(client: DocumentClient, table: string, keys: Item[]): Promise<Item[]> {
  const answer = await client.send(
    new BatchGetCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }),
  );
  if (answer.UnprocessedKeys?.[table])
    throw new Refusal('dependency_down', { internal: 'BatchGet left keys unread', retryAfterSeconds: 1 });
  return answer.Responses?.[table] ?? [];
}
