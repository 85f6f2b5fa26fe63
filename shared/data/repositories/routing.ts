import { Refusal } from '#contracts/errors.ts';
import { versionConflict } from '#domain/clients.ts';
import type { RoutingReader, RoutingRecord, RoutingWriter } from '#domain/routing.ts';
import { put } from '../commit.ts';
import type { Db } from '../db.ts';
import { Routing as Entity, type RoutingItem } from '../entities/routing.ts';

export function routingRepository(db: Db): RoutingReader & RoutingWriter {
  const { client, table, workspaceId } = db;
  return {
    async get(clientId) {
      const { data } = await Entity.get({ workspaceId, clientId }).go({ client, table, consistent: true });
      return data ? fromItem(data) : null;
    },

    async put(before, { id: routingId, ...fields }, answer) {
      const params = Entity.put({ ...fields, routingId, workspaceId })
        .where(({ version }, { notExists, eq }) =>
          before ? eq(version, before.version) : notExists(version),
        )
        .params({ table });
      const moved = (current: Record<string, unknown> | undefined) => {
        const { data } = Entity.parse({ Item: current });
        return data ? versionConflict(data) : new Refusal('version_conflict');
      };
      await db.commit([put(params, moved)], answer);
    },
  };
}

/** Stored to domain. */
export const fromItem = ({ routingId, workspaceId: _, ...item }: RoutingItem): RoutingRecord => ({
  ...item,
  id: routingId,
});
