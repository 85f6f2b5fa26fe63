import { combine, RATES, takes } from '#domain/merge-fields.ts';
import { foldContact, isSole, type Person } from '#domain/merge-plan.ts';
import { nameBeside } from '#domain/names.ts';
import { remove, type Write } from '../commit.ts';
import { Reminder } from '../entities/reminder.ts';
import { hashOf } from '../keys.ts';
import { nameHashOf } from './client-names.ts';
import { changeClient } from './clients.ts';
import { combineCustom } from './merge-custom.ts';
import { adopt } from './merge-family.ts';
import { itemsIn } from './merge-holdings.ts';
import { bring, drop, type Item, itemAt, place, putOver, rekeyed, replace, takeAway } from './merge-items.ts';
import {
  arrived,
  enterBilling,
  homeOf,
  moveDoor,
  moveHead,
  type Plan,
  portalOf,
  relinked,
  rowOf,
  type Way,
} from './merge-move.ts';
import { countDown } from './standards.ts';

type Planner = (way: Way, item: Item) => Promise<Plan>;

/** How each kind of record comes to the survivor; whatever is not here moves as it is. */
export const forward: Record<string, Planner> = {
  async brand(way, item) {
    const { db, from, to } = way;
    const holder = await itemAt(db, homeOf(db, to), `brandname#${nameHashOf(item.name)}`);
    const former = [item];
    if (holder) return { deed: 'folded', former, now: holder.holderId, writes: drop(db, item) };
    const there = arrived(way, rekeyed(item, from, to));
    return { deed: 'moved', former, writes: [...drop(db, item), ...bring(db, there)] };
  },

  async contact(way, item) {
    const { db, from, to } = way;
    const brandIds = await repointed(way, item.brandIds ?? []);
    const came: Item = { ...rekeyed(item, from, to), brandIds };
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

  async project(way, item) {
    const { db, from, to, merge } = way;
    const names = new Set(
      (await itemsIn(db, homeOf(db, to), 'projectname#')).map(({ nameHash }) => nameHash),
    );
    const isTaken = (name: string) => names.has(nameHashOf(name));
    const name = isTaken(item.name) ? nameBeside(item.name, merge.loserName, isTaken) : item.name;
    const there = arrived(way, { ...rekeyed(item, from, to), name });
    return {
      deed: 'moved',
      former: [item],
      now: name,
      writes: [...drop(db, item), ...bring(db, there), ...(await relinked(way, item))],
    };
  },

  async billing_profile(way, item) {
    const { db, from, to, merge } = way;
    const [own, standing] = await Promise.all([
      itemAt(db, homeOf(db, from), 'billingdefault'),
      itemAt(db, homeOf(db, to), 'billingdefault'),
    ]);
    const wasDefault = own?.profileId === item.profileId;
    // Of a client without profiles the loser's default becomes the default, in whatever order they come.
    const hadNone = standing !== null && (await rowOf(way, `billingprofile#${standing.profileId}`)) !== null;
    const takesIt = wasDefault && (hadNone || merge.choices.billingDefault === 'loser');
    const there = arrived(way, rekeyed(item, from, to));
    return {
      deed: 'moved',
      former: [item],
      now: wasDefault ? 'default' : undefined,
      ...(takesIt && standing && !hadNone && { touched: { before: standing, version: 0 } }),
      writes: [takeAway(db, item), place(db, there), enterBilling(way, there, standing, takesIt)],
    };
  },

  async requirement(way, item) {
    const { db, from, to } = way;
    const { table, workspaceId } = db;
    const { requirementId, standardKey } = item;
    const reminder = await itemAt(db, homeOf(db, from), `reminder#${requirementId}`);
    const former = reminder ? [item, reminder] : [item];
    const forgotten = reminder
      ? [remove(Reminder.delete({ workspaceId, clientId: from, requirementId }).params({ table }))]
      : [];
    if (await itemAt(db, homeOf(db, to), `required#${standardKey}`)) {
      const writes = [...drop(db, item), ...forgotten, countDown(db, standardKey)];
      return { deed: 'dropped', former, writes };
    }
    const there = arrived(way, rekeyed(item, from, to));
    const reminded = reminder ? [place(db, rekeyed(reminder, from, to))] : [];
    return {
      deed: 'moved',
      former,
      writes: [...drop(db, item), ...bring(db, there), ...forgotten, ...reminded],
    };
  },

  async rate(way, item) {
    const { db, from, to, merge } = way;
    const there = await itemsIn(db, homeOf(db, to), `rate#${item.positionHash}#`);
    const own = there.filter((rate) => rate.movedBy !== merge.id);
    const [gone] = own.filter(({ deletedAt }) => deletedAt);
    // What was removed already makes way first; the thing itself comes along again.
    if (gone) return { deed: 'replaced', former: [], writes: [takeAway(db, gone)] };
    const [first] = own;
    if (first && takes(merge.choices, RATES, true) === 'loser') {
      const tombstone = {
        ...first,
        version: first.version + 1,
        updatedAt: way.now,
        updatedBy: way.by,
        deletedAt: way.now,
      };
      return {
        deed: 'replaced',
        former: [first],
        writes: [putOver(db, tombstone, first.version), await moveHead(way, to)],
      };
    }
    if (first) return { deed: 'dropped', former: [item], writes: [takeAway(db, item)] };
    const moved = arrived(way, rekeyed(item, from, to));
    const writes = [takeAway(db, item), place(db, moved), await moveHead(way, to)];
    return { deed: 'moved', former: [item], writes };
  },

  async routing(way, item) {
    const { db, from, to } = way;
    if (await itemAt(db, homeOf(db, to), item.sk)) return dropped(way, item);
    const rules = await Promise.all(
      (item.rules as { brandId: string | null }[]).map(async (rule) => ({
        ...rule,
        brandId: rule.brandId && ((await repointed(way, [rule.brandId]))[0] ?? null),
      })),
    );
    return movedAs(way, item, { ...rekeyed(item, from, to), rules });
  },

  async client_settings(way, item) {
    const { db, from, to, merge } = way;
    const own = await itemAt(db, homeOf(db, to), item.sk);
    const values = combine('settings', own?.values ?? {}, item.values ?? {}, merge.choices);
    const said = Object.keys(values).length > 0 ? { values } : {};
    const { values: _, ...bare } = own ?? rekeyed(item, from, to);
    if (!own) return movedAs(way, item, { ...bare, ...said });
    return combined(way, item, own, { ...bare, ...said });
  },

  async custom_values(way, item) {
    const { db, from, to } = way;
    const own = await itemAt(db, homeOf(db, to), item.sk);
    const { content, holds } = await combineCustom(way, own, item);
    const { values: _, named: __, ...bare } = own ?? rekeyed(item, from, to);
    const plan = own
      ? combined(way, item, own, { ...bare, ...content })
      : movedAs(way, item, { ...bare, ...content });
    return { ...plan, writes: [...plan.writes, ...holds] };
  },

  async clientChild(way, item) {
    const writes = await adopt(way, item);
    return { deed: 'moved', former: [item], writes };
  },

  async note(way, item) {
    const { from, to } = way;
    const about = item.aboutId === '-' ? null : await rowOf(way, `contact#${item.aboutId}`);
    const there = rekeyed(item, from, to);
    if (about?.deed !== 'folded') return movedAs(way, item, there);
    const gsi1pk = String(there.gsi1pk).replace(item.aboutId, about.now);
    return movedAs(way, item, { ...there, aboutId: about.now, gsi1pk });
  },

  async portalAccess(way, item) {
    const { db, from, to } = way;
    const contact = await rowOf(way, `contact#${item.contactId}`);
    const contactId = contact?.deed === 'folded' ? contact.now : item.contactId;
    const doors = moveDoor(way, item.userId);
    if (await itemAt(db, portalOf(db, to), item.sk)) {
      return { deed: 'dropped', former: [item], writes: [takeAway(db, item), ...doors] };
    }
    const there = { ...rekeyed(item, from, to), contactId };
    return { deed: 'moved', former: [item], writes: [takeAway(db, item), place(db, there), ...doors] };
  },
};

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

/** A record that both have: the survivor's with what it takes over, and none of the other. */
function combined(way: Way, item: Item, own: Item, after: Item): Plan {
  const { db, now, by } = way;
  const gone = { former: [item], writes: [takeAway(db, item)] };
  if (JSON.stringify(sorted(own.values)) === JSON.stringify(sorted(after.values)))
    return { deed: 'dropped', ...gone };
  const version = own.version + 1;
  const next = { ...after, version, updatedAt: now, updatedBy: by };
  return {
    deed: 'combined',
    former: [item],
    touched: { before: own, version },
    writes: [...gone.writes, putOver(db, next, own.version)],
  };
}

const sorted = (values: object = {}) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));

/** Brands as they are called at the survivor: those that were folded are their namesakes. */
async function repointed(way: Way, brandIds: readonly string[]): Promise<string[]> {
  const ids = await Promise.all(
    brandIds.map(async (id) => {
      const row = await rowOf(way, `brand#${id}`);
      return row?.deed === 'folded' ? (row.now as string) : id;
    }),
  );
  return [...new Set(ids)];
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

/** Kinds in the order in which they move: what others refer to comes first. */
export const order = [
  'brand#',
  'contact#',
  'project#',
  'billingprofile#',
  'requirement#',
  'rate#',
  'routing',
  'settings',
  'custom-values',
  'child#',
  'note#',
  'followup#',
];

/** What only holds places, or counts: it goes once what it was for is gone. */
export const husks = new Set([
  'clientName',
  'contactEmail',
  'contactRole',
  'requirementStandard',
  'billingDefault',
  'rateHead',
  'clientTrait',
  'clientSight',
  'reminder',
  'portalCompany',
]);
