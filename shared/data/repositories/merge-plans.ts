import { type Item, place, takeAway } from './merge-items.ts';
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
