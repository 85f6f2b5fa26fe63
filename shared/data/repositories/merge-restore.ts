import type { Write } from '../commit.ts';
import { changeClient } from './clients.ts';
import { itemsIn } from './merge-holdings.ts';
import { type Item, itemAt, place, replace, takeAway } from './merge-items.ts';
import { moveHead, rowOf, type Way } from './merge-move.ts';

/** What taking back does about one thing, and what it has to leave as it is. */
export interface Back {
  writes: Write[];
  skipped?: { kind: string; name: string } | null;
}
export type Row = Item;

/** The survivor's own record as it was before it took something over, unless somebody changed it since. */
export async function ownAgain(way: Way, row: Row, named: { kind: string; name: string }): Promise<Back> {
  const { db, now, by } = way;
  if (!row.touched) return { writes: [], skipped: null };
  const { before, version } = row.touched as { before: Item; version: number };
  const current = await itemAt(db, before.pk, before.sk);
  if (current?.version !== version || current.deletedAt)
    return { writes: [], skipped: current ? named : null };
  const after = { ...before, version: version + 1, updatedAt: now, updatedBy: by };
  return { writes: replace(db, current, after), skipped: null };
}

/** A rate of the survivor that gave way stands again, unless another one begins on its day by now. */
export async function standAgain(way: Way, former: Item): Promise<Back> {
  const { db, from, now, by } = way;
  const current = await itemAt(db, former.pk, former.sk);
  const others = await itemsIn(db, former.pk, `rate#${former.positionHash}#`);
  if (others.some(({ deletedAt }) => !deletedAt)) {
    return { writes: [], skipped: { kind: 'rate', name: former.positionName } };
  }
  if (current) return { writes: [takeAway(db, current)], skipped: null };
  const again = { ...former, version: former.version + 2, updatedAt: now, updatedBy: by };
  return { writes: [place(db, again), await moveHead(way, from)] };
}

/** A record that changed on its way and that nobody edited since, with what it said before. */
export function asFormer(former: Item, current: Item, there: Item, fields: readonly string[]): Item {
  if (current.version !== former.version) return there;
  const said = fields.filter((field) => former[field] !== undefined).map((field) => [field, former[field]]);
  const bare = Object.fromEntries(Object.entries(there).filter(([field]) => !fields.includes(field)));
  return { ...bare, ...Object.fromEntries(said) };
}

/** Ids of brands as they were, where those that stand for them are still named. */
export async function formerIds(
  way: Way,
  were: readonly string[],
  are: readonly string[],
): Promise<string[]> {
  const stand = await Promise.all(
    were.map(async (id) => {
      const row = await rowOf(way, `brand#${id}`);
      return [id, row?.deed === 'folded' ? (row.now as string) : id] as const;
    }),
  );
  const named = stand.filter(([, now]) => are.includes(now)).map(([was]) => was);
  const since = are.filter((id) => !stand.some(([, now]) => now === id));
  return [...named, ...since];
}

/** The survivor does not write first to whom it is losing. */
export async function withoutPrimary(way: Way, contactId: string): Promise<Write[]> {
  const { db, clients, from, now: updatedAt, by: updatedBy } = way;
  const before = await clients.get(from);
  if (before?.primaryContactId !== contactId) return [];
  const bare = { primaryContactId: null, primaryContactName: null };
  const after = { ...before, ...bare, version: before.version + 1, updatedAt, updatedBy };
  return changeClient(db, before, after);
}
