import { put, remove, type Write } from '../commit.ts';
import { PortalDoor } from '../entities/portal-door.ts';
import { Reminder } from '../entities/reminder.ts';
import { Standard } from '../entities/standard.ts';
import { ownValues, retake } from './merge-custom.ts';
import { adopt } from './merge-family.ts';
import { itemsIn } from './merge-holdings.ts';
import { bring, drop, type Item, itemAt, place, rekeyed, takeAway } from './merge-items.ts';
import {
  arrived,
  enterBilling,
  homeOf,
  leaveBilling,
  moveDoor,
  moveHead,
  portalOf,
  relinked,
  rowOf,
  type Way,
} from './merge-move.ts';
import {
  asFormer,
  type Back,
  formerIds,
  ownAgain,
  type Row,
  standAgain,
  withoutPrimary,
} from './merge-restore.ts';

type Taking = (way: Way, row: Row, former: Item) => Promise<Back>;

/** How what a merge did with one thing is taken back; `way` leads from the survivor to the loser. */
export async function takeBack(way: Way, row: Row): Promise<Back> {
  const [former] = row.former as Item[];
  if (!former) return { writes: [] };
  if (row.deed === 'moved') return comeBack(way, row, former);
  if (row.deed === 'replaced') return standAgain(way, former);
  return (returning[former.__edb_e__] ?? plain)(way, row, former);
}

const plain: Taking = async (way, _, former) => ({ writes: [place(way.db, arrived(way, former))] });

/** What was moved goes back as it is by now; what was removed since stays removed. */
async function comeBack(way: Way, row: Row, former: Item): Promise<Back> {
  const { db, from, to } = way;
  const kind = former.__edb_e__ as string;
  if (kind === 'clientChild') {
    const pk = homeOf(db, from);
    const child = await itemAt(db, pk, former.sk);
    return { writes: child ? await adopt(way, child) : [] };
  }
  const pk = kind === 'portalAccess' ? portalOf(db, from) : homeOf(db, from);
  const current = await itemAt(db, pk, kind === 'rate' ? row.now : former.sk);
  if (!current) return { writes: [] };
  if (current.deletedAt && kind !== 'note') return { writes: [takeAway(db, current)] };
  const there = arrived(way, rekeyed(current, from, to));
  const change = moving[kind];
  if (change) return { writes: await change(way, { row, former, current, there }) };
  return { writes: [...drop(db, current), ...bring(db, there)] };
}

interface Moving {
  row: Row;
  former: Item;
  current: Item;
  there: Item;
}

const moving: Record<string, (way: Way, moving: Moving) => Promise<Write[]>> = {
  async contact(way, { former, current, there }) {
    const { db } = way;
    const brandIds = await formerIds(way, former.brandIds ?? [], current.brandIds ?? []);
    // A role that was given up on the way is his again, unless somebody has looked at his roles since.
    const { flags, away } = current.version === former.version ? former : current;
    return [
      ...drop(db, current),
      ...bring(db, { ...there, brandIds, flags, ...(away && { away }) }),
      ...(await withoutPrimary(way, current.contactId)),
    ];
  },
  async project(way, { row, former, current, there }) {
    const name = current.name === row.now ? former.name : current.name;
    return [
      ...drop(way.db, current),
      ...bring(way.db, { ...there, name }),
      ...(await relinked(way, current)),
    ];
  },
  async billing_profile(way, { row, current, there }) {
    const { db, from, to } = way;
    const [standing, others, own] = await Promise.all([
      itemAt(db, homeOf(db, from), 'billingdefault'),
      itemsIn(db, homeOf(db, from), 'billingprofile#'),
      itemAt(db, homeOf(db, to), 'billingdefault'),
    ]);
    const before = row.touched?.before.profileId;
    const left = others.filter(({ profileId, deletedAt }) => profileId !== current.profileId && !deletedAt);
    const heir = left.find(({ profileId }) => profileId === before) ?? left[0];
    const isDefault = standing?.profileId === current.profileId;
    return [
      takeAway(db, current),
      place(db, there),
      ...(standing
        ? [leaveBilling(way, current, standing, isDefault ? (heir?.profileId as string) : null)]
        : []),
      enterBilling(way, there, own, row.now === 'default'),
    ];
  },
  async requirement(way, { current, there }) {
    const { db, from, to } = way;
    const { table, workspaceId } = db;
    const reminder = await itemAt(db, homeOf(db, from), `reminder#${current.requirementId}`);
    const key = { workspaceId, clientId: from, requirementId: current.requirementId };
    return [
      ...drop(db, current),
      ...bring(db, there),
      ...(reminder
        ? [remove(Reminder.delete(key).params({ table })), place(db, rekeyed(reminder, from, to))]
        : []),
    ];
  },
  async rate(way, { former, current, there }) {
    const heads = [await moveHead(way, way.from), await moveHead(way, way.to)];
    const { sk, positionHash, levelId } = former;
    const home = { ...there, sk, positionHash, ...(levelId && { levelId }) };
    return [takeAway(way.db, current), place(way.db, home), ...heads];
  },
  async routing(way, { former, current, there }) {
    return [takeAway(way.db, current), place(way.db, asFormer(former, current, there, ['rules']))];
  },
  async client_settings(way, { former, current, there }) {
    return [takeAway(way.db, current), place(way.db, asFormer(former, current, there, ['values']))];
  },
  async custom_values(way, { former, current, there }) {
    const back = await ownValues(way, asFormer(former, current, there, ['values', 'named']), {});
    return [takeAway(way.db, current), place(way.db, back.item), ...back.holds];
  },
  async note(way, { former, current, there }) {
    const row = former.aboutId === '-' ? null : await rowOf(way, `contact#${former.aboutId}`);
    const aboutId = row?.deed === 'folded' && current.aboutId === row.now ? former.aboutId : current.aboutId;
    const gsi1pk = there.gsi1pk && String(there.gsi1pk).replace(current.aboutId, aboutId);
    return [takeAway(way.db, current), place(way.db, { ...there, aboutId, ...(gsi1pk && { gsi1pk }) })];
  },
  async portalAccess(way, { former, current, there }) {
    const row = await rowOf(way, `contact#${former.contactId}`);
    const contactId =
      row?.deed === 'folded' && current.contactId === row.now ? former.contactId : current.contactId;
    return [
      takeAway(way.db, current),
      place(way.db, { ...there, contactId }),
      ...moveDoor(way, current.userId),
    ];
  },
};

/** What stayed behind as it was, or was folded into another one. */
const returning: Record<string, Taking> = {
  async brand(way, _, former) {
    return { writes: bring(way.db, arrived(way, former)) };
  },
  async contact(way, row, former) {
    const back = bring(way.db, arrived(way, former));
    const { writes, skipped } = await ownAgain(way, row, { kind: 'contact', name: former.name });
    return { writes: [...back, ...writes], skipped };
  },
  async requirement(way, row, former) {
    const { table, workspaceId } = way.db;
    const [, reminder] = row.former as Item[];
    const key = { workspaceId, key: former.standardKey as string };
    const { data: standard } = await Standard.get(key).go({ client: way.db.client, table, consistent: true });
    if (!standard) return { writes: [], skipped: { kind: 'requirement', name: former.standardName } };
    const counted = Standard.patch(key).add({ uses: 1 }).params({ table });
    return {
      writes: [
        ...bring(way.db, arrived(way, former)),
        ...(reminder ? [place(way.db, reminder)] : []),
        { action: { Update: counted } } as Write,
      ],
    };
  },
  async rate(way, _, former) {
    return { writes: [place(way.db, arrived(way, former)), await moveHead(way, way.to)] };
  },
  async client_settings(way, row, former) {
    const { writes, skipped } = await ownAgain(way, row, { kind: 'client_settings', name: '' });
    return { writes: [place(way.db, arrived(way, former)), ...writes], skipped };
  },
  async custom_values(way, row, former) {
    const kept = row.touched ? await retake(way, row.touched.before) : [];
    const { writes, skipped } = kept
      ? await ownAgain(way, row, { kind: 'custom_values', name: '' })
      : { writes: [], skipped: { kind: 'custom_values', name: '' } };
    const own = await itemAt(way.db, homeOf(way.db, way.from), former.sk);
    const stays = writes.length > 0 ? row.touched.before.values : own?.values;
    const back = await ownValues(way, former, stays ?? {});
    return {
      writes: [
        place(way.db, arrived(way, back.item)),
        ...writes,
        ...(writes.length > 0 && kept ? kept : []),
        ...back.holds,
      ],
      skipped,
    };
  },
  async portalAccess(way, _, former) {
    const { db, directory, to } = way;
    const door = { userId: former.userId, workspaceId: db.workspaceId, clientId: to };
    return {
      writes: [place(db, former), put(PortalDoor.put(door).params({ table: directory }))],
    };
  },
};
