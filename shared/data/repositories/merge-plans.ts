import { type Item, place, rekeyed, takeAway } from './merge-items.ts';
import { arrived, type Plan, rowOf, type Way } from './merge-move.ts';

/** What a kind of record needs to come to the survivor. */
export type Planner = (way: Way, item: Item) => Promise<Plan>;

/** Stays behind, in the log alone. */
export const dropped = ({ db }: Way, item: Item): Plan => ({
  deed: 'dropped',
  former: [item],
  writes: [takeAway(db, item)],
});

/** Moves a record as it is, or with what is said differently there. */
export const movedAs = (way: Way, item: Item, there: Item): Plan => ({
  deed: 'moved',
  former: [item],
  writes: [takeAway(way.db, item), place(way.db, arrived(way, there))],
});

/** A rate at the survivor: what a folded brand had agreed on stands with its namesake. */
export async function onLevel(way: Way, item: Item): Promise<Item> {
  const came = rekeyed(item, way.from, way.to);
  const brand = item.levelId ? await rowOf(way, `brand#${item.levelId}`) : null;
  if (brand?.deed !== 'folded') return came;
  const named = (text: string) => text.replace(item.levelId, brand.now);
  return { ...came, levelId: brand.now, positionHash: named(came.positionHash), sk: named(came.sk) };
}

/** Brands as they are called at the survivor: those that were folded are their namesakes. */
export async function repointed(way: Way, brandIds: readonly string[]): Promise<string[]> {
  const ids = await Promise.all(
    brandIds.map(async (id) => {
      const row = await rowOf(way, `brand#${id}`);
      return row?.deed === 'folded' ? (row.now as string) : id;
    }),
  );
  return [...new Set(ids)];
}
