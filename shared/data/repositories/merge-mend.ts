import type { ClientId } from '#contracts/ids.ts';
import type { Db } from '../db.ts';
import { itemsIn } from './merge-holdings.ts';
import { type Item, putOver } from './merge-items.ts';
import { homeOf, type Way } from './merge-move.ts';

/**
 * Lets nobody at a client stand for a brand that it has no more: one that was removed while what named it was at
 * the other client, or that went back there. Who stood for such brands alone stands for the whole client.
 */
export async function mendBrands(db: Db, clientId: ClientId, by: Pick<Way, 'now' | 'by'>): Promise<void> {
  const pk = homeOf(db, clientId);
  const [contacts, rules] = await Promise.all([itemsIn(db, pk, 'contact#'), itemsIn(db, pk, 'routing')]);
  // Read last: whatever named a brand by then finds it, or it is gone for good.
  const brands = await itemsIn(db, pk, 'brand#');
  const live = new Set(brands.filter(({ deletedAt }) => !deletedAt).map(({ brandId }) => brandId));
  const next = (item: Item, changed: Item) => ({
    ...item,
    ...changed,
    version: item.version + 1,
    updatedAt: by.now,
    updatedBy: by.by,
  });
  const mended = [
    ...contacts
      .filter(({ deletedAt, brandIds = [] }) => !deletedAt && !every(brandIds, live))
      .map((item) => [item, { brandIds: item.brandIds.filter((id: string) => live.has(id)) }] as const),
    ...rules
      .map(
        (item) =>
          [
            item,
            { rules: item.rules.filter((rule: Item) => !rule.brandId || live.has(rule.brandId)) },
          ] as const,
      )
      .filter(([item, { rules: kept }]) => kept.length < item.rules.length),
  ];
  for (const [item, changed] of mended) {
    await db.commit([putOver(db, next(item, changed), item.version)], null);
  }
}

const every = (ids: readonly string[], live: ReadonlySet<string>) => ids.every((id) => live.has(id));
