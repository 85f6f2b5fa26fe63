import { BatchWriteCommand, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';
import { unlimited } from '#contracts/limits.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Db } from '#data/db.ts';
import type { DocumentClient } from '#data/documents.ts';
import { ClientCounts } from '#data/entities/client-counts.ts';
import { ClientSightCounts } from '#data/entities/client-sight-counts.ts';
import { partition } from '#data/keys.ts';
import { activityRepository } from '#data/repositories/activity.ts';
import { codeRepository } from '#data/repositories/client-codes.ts';
import { creation } from '#data/repositories/clients.ts';
import { describe } from '#domain/activity.ts';
import { StartupError } from '../ports.ts';
import { invent, type Owner } from './invent.ts';

type Item = Record<string, unknown>;

export interface SeedOptions {
  seed?: number;
  /** Writes the first event of each client too; else its timeline begins with its first change. */
  timeline?: boolean;
  onProgress?: (done: number) => void;
}

/** DynamoDB takes so many puts in one call. */
const BATCH = 25;
const CLIENTS_AT_ONCE = 200;
/** The engine writes one after another: more writers would only wait for it, on a slow disk until they time out. */
const WRITERS = 3;

/**
 * Fills a workspace with invented clients, past the API but with exactly the items that the repository writes
 * for a new client, and the counters. Batches hold no conditions: it is for workspaces in which nobody takes
 * codes meanwhile. The same seed makes the same clients, so a second run with it is refused.
 */
export async function seedClients(
  client: DocumentClient,
  tables: { main: string },
  workspaceId: WorkspaceId,
  count: number,
  { seed = 1, timeline = false, onProgress = () => {} }: SeedOptions = {},
): Promise<void> {
  const table = tables.main;
  const db: Db = {
    client,
    table,
    workspaceId,
    limits: unlimited,
    commit: () => Promise.reject(new Error('nothing to commit')),
  };
  const clients = invent(seed, await ownersOf(db));
  for (let done = 0; done < count; onProgress(done)) {
    const invented = Array.from(
      { length: Math.min(CLIENTS_AT_ONCE, count - done) },
      () => clients.next().value as Client,
    );
    if (done === 0) await refuseRepetition(db, invented[0]);
    const records = await withoutTakenCodes(db, invented);
    await writeAll(
      db,
      records.flatMap((record) => itemsOf(db, record)),
    );
    await addToCounters(db, records);
    if (timeline) await inParallel(records, (record) => tell(db, record));
    done += records.length;
  }
}

/** The members of the workspace, who share the clients among them. */
async function ownersOf({ client, table, workspaceId }: Db): Promise<Owner[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :member)',
      ExpressionAttributeValues: { ':pk': partition.workspace(workspaceId), ':member': 'member#' },
    }),
  );
  const owners = (Items as Item[]).map(({ userId, name, email }) => ({
    userId: userId as UserId,
    name: String(name),
    email: String(email),
  }));
  if (owners.length === 0) throw new StartupError('The workspace has no members who could own clients.');
  return owners;
}

async function refuseRepetition(db: Db, first: Client | undefined): Promise<void> {
  const [item] = first ? itemsOf(db, first) : [];
  if (!item) return;
  const Key = { pk: item.pk, sk: item.sk };
  const { Item } = await db.client.send(new GetCommand({ TableName: db.table, Key }));
  if (Item) throw new StartupError('These clients are there already; another --seed makes others.');
}

async function withoutTakenCodes(db: Db, records: readonly Client[]): Promise<Client[]> {
  const taken = await codeRepository(db).taken(records.flatMap(({ code }) => code ?? []));
  return records.map((record) =>
    record.code && taken.has(record.code) ? { ...record, code: null } : record,
  );
}

/** The record itself first, then its guard and its portal copy. */
const itemsOf = (db: Db, record: Client): Item[] =>
  creation(db, record).flatMap(({ action }) => (action.Put?.Item ? [action.Put.Item] : []));

async function writeAll({ client, table }: Db, items: readonly Item[]): Promise<void> {
  const batches: Item[][] = [];
  for (let at = 0; at < items.length; at += BATCH) batches.push(items.slice(at, at + BATCH));
  await inParallel(batches, async (batch) => {
    let left: object[] = batch.map((Item) => ({ PutRequest: { Item } }));
    while (left.length > 0) {
      const answer = await client.send(new BatchWriteCommand({ RequestItems: { [table]: left as never } }));
      left = answer.UnprocessedItems?.[table] ?? [];
    }
  });
}

/** The counter of the workspace and those of the owners. */
async function addToCounters({ client, table, workspaceId }: Db, records: readonly Client[]): Promise<void> {
  const send = (params: object) => client.send(new UpdateCommand(params as never));
  const { active, pending, inactive } = tallyOf(records);
  const all = { active, pending, inactive, used: active + pending };
  await send(ClientCounts.upsert({ workspaceId }).add(all).params({ table }));
  for (const [userId, own] of Map.groupBy(records, ({ ownerId }) => ownerId)) {
    await send(ClientSightCounts.upsert({ workspaceId, userId }).add(tallyOf(own)).params({ table }));
  }
}

function tallyOf(records: readonly Client[]) {
  const by = { active: 0, pending: 0, inactive: 0 };
  for (const { status } of records) by[status] += 1;
  return by;
}

async function tell(db: Db, record: Client): Promise<void> {
  const after = { ...record, id: record.id };
  const [event] = describe({ kind: 'client', clientId: record.id, before: null, after });
  if (event) await activityRepository(db).append(record.id, event, record.version);
}

async function inParallel<T>(all: readonly T[], run: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = all[Symbol.iterator]();
  const worker = async () => {
    for (const one of waiting) await run(one);
  };
  await Promise.all(Array.from({ length: WRITERS }, worker));
}
