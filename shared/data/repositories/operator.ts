import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { Refusal } from '#contracts/errors.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { OfferReader } from '#domain/offers.ts';
import type { OfferWriter, Tenants } from '#domain/operator.ts';
import { committer, put } from '../commit.ts';
import type { DocumentClient } from '../documents.ts';
import { Offer } from '../entities/offer.ts';
import { Tenant } from '../entities/tenant.ts';
import { Workspace } from '../entities/workspace.ts';
import { partition } from '../keys.ts';
import { offerRepository } from './offers.ts';
import { pageOptions } from './paging.ts';
import { changeWorkspace, fromItem } from './workspaces.ts';

type Item = Record<string, unknown>;

interface Reach {
  directory: DocumentClient;
  /** The records of these workspaces themselves, and nothing below them. */
  workspaces: (partitions: readonly string[]) => DocumentClient;
}

/** The workspaces of the installation: ids from the directory, the rest from each workspace's own record. */
export function tenantRepository(reach: Reach, tables: { main: string; directory: string }): Tenants {
  const read = async (ids: readonly WorkspaceId[]) => {
    if (ids.length === 0) return [];
    const Keys = ids.map(
      (workspaceId) => Workspace.get({ workspaceId }).params<{ Key: Item }>({ table: tables.main }).Key,
    );
    const answer = await reach
      .workspaces(ids.map(partition.workspace))
      .send(new BatchGetCommand({ RequestItems: { [tables.main]: { Keys, ConsistentRead: true } } }));
    if (answer.UnprocessedKeys?.[tables.main]) {
      throw new Refusal('dependency_down', { internal: 'BatchGet left keys unread', retryAfterSeconds: 1 });
    }
    const found: Item[] = answer.Responses?.[tables.main] ?? [];
    return ids.flatMap((id) => {
      const { data } = Workspace.parse({ Item: found.find((item) => item.workspaceId === id) });
      return data ? [fromItem(data)] : [];
    });
  };

  return {
    async list(page) {
      const answer = await Tenant.query
        .all({})
        .go({ client: reach.directory as never, table: tables.directory, ...pageOptions(page) });
      const data = await read(answer.data.map(({ workspaceId }) => workspaceId));
      return { data, page: { next: answer.cursor ? JSON.stringify(answer.cursor) : null } };
    },
    async get(workspaceId) {
      const [workspace] = await read([workspaceId]);
      return workspace ?? null;
    },
    async update(before, after) {
      const client = reach.workspaces([partition.workspace(before.id)]);
      await committer(client, tables.main, null)([changeWorkspace(tables.main, before, after)], null);
    },
  };
}

/** Offers with their writing side. */
export function offerWriter(client: DocumentClient, table: string): OfferReader & OfferWriter {
  return {
    ...offerRepository(client, table),
    async put(offer) {
      const { kind, key, version: next } = offer;
      const params = Offer.put({ kind, key, version: next, offer })
        .where(({ version }, { notExists, eq }) => `${notExists(version)} OR ${eq(version, next - 1)}`)
        .params({ table });
      const moved = (current: Item | undefined) =>
        new Refusal('version_conflict', { extra: { version: current?.version } });
      await committer(client, table, null)([put(params, moved)], null);
    },
  };
}
