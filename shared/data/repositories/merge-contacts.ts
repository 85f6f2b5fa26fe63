import { foldContact, isSole, type Person } from '#domain/merge-people.ts';
import type { Write } from '../commit.ts';
import { hashOf } from '../keys.ts';
import { changeClient } from './clients.ts';
import { itemsIn } from './merge-holdings.ts';
import { bring, drop, type Item, itemAt, putOver, rekeyed, replace } from './merge-items.ts';
import { arrived, homeOf, rowOf, type Way } from './merge-move.ts';
import { type Planner, repointed } from './merge-plans.ts';

/** How people come to the survivor, and the one who is written to first. */
export const contactPlans: Record<string, Planner> = {
  async contact(way, item) {
    const { db, from, to } = way;
    const brandIds = await repointed(way, item.brandIds ?? []);
    const came: Item = { ...rekeyed(item, from, to), brandIds, ...(await deputised(way, item)) };
    const held = await itemsIn(db, homeOf(db, to), 'role#');
    const freeRoles = (flags: string[]) =>
      flags.filter((flag) => !isSole(flag) || !held.some((one) => one.flag === flag));
    const twin = await twinOf(way, item);
    if (twin) {
      const other: Item = { ...came, flags: freeRoles(came.flags) };
      const folded = foldContact(twin as Person, other as Person);
      const touched = folded && { before: twin, version: twin.version + 1 };
      const after: Item | null = folded && {
        ...twin,
        ...folded,
        version: twin.version + 1,
        updatedAt: way.now,
        updatedBy: way.by,
      };
      return {
        deed: 'folded',
        former: [item],
        now: twin.contactId,
        ...(touched && { touched }),
        writes: [
          ...drop(db, item),
          ...(after ? replace(db, twin, after) : [mustStand(way, twin)]),
          ...(await primary(way, item, twin.contactId, (after ?? twin).name)),
        ],
      };
    }
    const there = arrived(way, { ...came, flags: freeRoles(came.flags) });
    return {
      deed: 'moved',
      former: [item],
      writes: [
        ...drop(db, item),
        ...bring(db, there),
        ...(await primary(way, item, item.contactId, item.name)),
      ],
    };
  },
};

/** Days away with the deputy as he is known at the survivor, where he is one with somebody there. */
async function deputised(way: Way, { away }: Item): Promise<Item> {
  if (!away?.deputyId) return {};
  const row = await rowOf(way, `contact#${away.deputyId}`);
  if (row) return row.deed === 'folded' ? { away: { ...away, deputyId: row.now } } : {};
  const deputy = await itemAt(way.db, homeOf(way.db, way.from), `contact#${away.deputyId}`);
  const twin = deputy && (await twinOf(way, deputy));
  return twin ? { away: { ...away, deputyId: twin.contactId } } : {};
}

/** The contact of the survivor that has one of these addresses already. */
async function twinOf({ db, to }: Way, item: Item): Promise<Item | null> {
  for (const email of item.emails as string[]) {
    const guard = await itemAt(db, homeOf(db, to), `email#${hashOf(email)}`);
    if (guard) return itemAt(db, homeOf(db, to), `contact#${guard.contactId}`);
  }
  return null;
}

const mustStand = ({ db }: Way, item: Item): Write => putOver(db, item, item.version);

/** Whoever was written to first at the loser is so at a survivor that has nobody. */
async function primary(way: Way, item: Item, contactId: string, name: string): Promise<Write[]> {
  const { db, clients, to, merge, now: updatedAt, by: updatedBy } = way;
  if (merge.loser.primaryContactId !== item.contactId) return [];
  const before = await clients.get(to);
  if (!before || before.primaryContactId) return [];
  const after = {
    ...before,
    primaryContactId: contactId as never,
    primaryContactName: name,
    version: before.version + 1,
    updatedAt,
    updatedBy,
  };
  return changeClient(db, before, after);
}
