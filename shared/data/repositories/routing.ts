import type { RoutingReader, RoutingRecord, RoutingWriter } from '#domain/routing.ts';
import type { Db } from '../db.ts';
import { Routing as Entity, type RoutingItem } from '../entities/routing.ts';
import { putOver } from './records.ts';

export function routingRepository(db: Db): RoutingReader & RoutingWriter {
  const { client, table, workspaceId } = db;
  return {
    async get(clientId) {
      const { data } = await Entity.get({ workspaceId, clientId }).go({ client, table, consistent: true });
      return data ? fromItem(data) : null;
    },

    async put(before, { id: routingId, ...fields }, answer) {
      const whole = Entity.put({ ...fields, routingId, workspaceId });
      await db.commit([putOver(table, whole, before?.version ?? 0)], answer);
    },
  };
}

/** Stored to domain. */
export const fromItem = ({ routingId, workspaceId: _, ...item }: RoutingItem): RoutingRecord => ({
  ...item,
  id: routingId,
});
