import { RATES, takes } from '#domain/merge-choices.ts';
import { nameBeside } from '#domain/names.ts';
import { remove } from '../commit.ts';
import { Reminder } from '../entities/reminder.ts';
import { nameHashOf } from './client-names.ts';
import { contactPlans } from './merge-contacts.ts';
import { adopt } from './merge-family.ts';
import { itemsIn } from './merge-holdings.ts';
import { bring, drop, itemAt, place, putOver, rekeyed, takeAway } from './merge-items.ts';
import {
  arrived,
  enterBilling,
  homeOf,
  moveDoor,
  moveHead,
  portalOf,
  relinked,
  rowOf,
} from './merge-move.ts';
import { dropped, movedAs, onLevel, type Planner } from './merge-plans.ts';
import { singlePlans } from './merge-singles.ts';
import { countDown } from './standards.ts';

/** How each kind of record comes to the survivor; whatever is not here moves as it is. */
export const forward: Record<string, Planner> = {
  ...contactPlans,
  ...singlePlans,
  async brand(way, item) {
    const { db, from, to } = way;
    const holder = await itemAt(db, homeOf(db, to), `brandname#${nameHashOf(item.name)}`);
    const former = [item];
    if (holder) return { deed: 'folded', former, now: holder.holderId, writes: drop(db, item) };
    const there = arrived(way, rekeyed(item, from, to));
    return { deed: 'moved', former, writes: [...drop(db, item), ...bring(db, there)] };
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
    const { db, merge } = way;
    const came = await onLevel(way, item);
    const there = await itemsIn(db, came.pk, `rate#${came.positionHash}#`);
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
        writes: [putOver(db, tombstone, first.version), await moveHead(way, way.to)],
      };
    }
    if (first) return { deed: 'dropped', former: [item], writes: [takeAway(db, item)] };
    const writes = [takeAway(db, item), place(db, arrived(way, came)), await moveHead(way, way.to)];
    return { deed: 'moved', former: [item], now: came.sk, writes };
  },

  async contactPast(way, item) {
    const contact = await rowOf(way, `contact#${item.contactId}`);
    if (contact?.deed === 'folded') return dropped(way, item);
    return movedAs(way, item, rekeyed(item, way.from, way.to));
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
  'portalValues',
  'duplicatePair',
  'duplicateMate',
]);
