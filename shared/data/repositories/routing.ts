import type { RoutingReader, RoutingRecord, RoutingWriter } from '#domain/routing.ts';
import type { Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { Routing as Entity, type RoutingItem } from '../entities/routing.ts';
import { useBrand } from './contact-writes.ts';
import { putOver } from './records.ts';

export function routingRepository(db: Db): RoutingReader & RoutingWriter {
  const { client, table, workspaceId } = db;
  return {
    async get(clientId) {
      const { data } = await Entity.get({ workspaceId, clientId }).go({ client, table, consistent: true });
      return data ? fromItem(data) : null;
    },

    /** Rules for brands that had none prove that those stand. */
    async put(before, after, answer) {
      const had = new Set(before?.rules.map(({ brandId }) => brandId));
      const fresh = new Set(
        after.rules.flatMap(({ brandId }) => (brandId && !had.has(brandId) ? [brandId] : [])),
      );
      const used = [...fresh].map((brandId) => {
        const at = after.rules.findIndex((rule) => rule.brandId === brandId);
        return useBrand(db, after.clientId, brandId, `/rules/${at}/brandId`);
      });
      await db.commit([putRouting(db, before, after), ...used], answer);
    },
  };
}

/** All rules over the version they were made from. */
export function putRouting(
  { table, workspaceId }: Db,
  before: RoutingRecord | null,
  { id: routingId, ...fields }: RoutingRecord,
): Write {
  return putOver(table, Entity.put({ ...fields, routingId, workspaceId }), before?.version ?? 0);
}

/** Stored to domain. */
export const fromItem = ({ routingId, workspaceId: _, ...item }: RoutingItem): RoutingRecord => ({
  ...item,
  id: routingId,
});
