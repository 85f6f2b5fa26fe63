import { Refusal } from '#contracts/errors.ts';
import type { UserId } from '#contracts/ids.ts';
import { mergeKinds } from '#contracts/merging.ts';
import type { Clock } from '#domain/deps.ts';
import type { KeptMerge } from '#domain/merge-store.ts';
import type { MergeStore } from '#domain/merge-work.ts';
import { renew } from '#domain/portal-publishing.ts';
import { put, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { Client } from '../entities/client.ts';
import { Merge } from '../entities/merge.ts';
import { type MergeDeed, MergeRow } from '../entities/merge-row.ts';
import { changeClient, clientRepository } from './clients.ts';
import { customFieldRepository } from './custom-fields.ts';
import { fieldPublisher } from './custom-values.ts';
import { takeBack } from './merge-back.ts';
import { forward, husks, order } from './merge-forward.ts';
import { itemsIn } from './merge-holdings.ts';
import { type Item, itemAt, rekeyed, takeAway } from './merge-items.ts';
import { mendBrands } from './merge-mend.ts';
import { homeOf, type Plan, portalOf, rowsOf, type Way } from './merge-move.ts';
import { dropped, movedAs } from './merge-plans.ts';
import { mergeRepository } from './merges.ts';

interface Tools {
  db: Db;
  directory: string;
  clock: Clock;
  /** Commits to the table and, in the directory, to these people. */
  reach(people: readonly UserId[]): Db;
}

const TRIES = 8;
/** Rows outlive the days of undoing, so that one begun on the last of them finds all. */
const SPARE_DAYS = 7;
const DAY_SECONDS = 86_400;

/** The kinds that the count of a merge is of, as their entities are called. */
const counted = new Set<string>([...mergeKinds, 'clientChild', 'portalAccess']);

/** Moves everything in the partitions of one client to another one, each thing in a commit of its own, and back. */
export function mergeMover(tools: Tools): MergeStore {
  const { db, directory, clock } = tools;
  const clients = clientRepository(db);

  const wayOf = (merge: KeptMerge, isBack = false): Way => ({
    db,
    directory,
    clients,
    merge,
    from: isBack ? merge.clientId : merge.loserId,
    to: isBack ? merge.loserId : merge.clientId,
    now: clock.now(),
    by: merge.updatedBy,
  });

  /** Looks at a thing and writes what that means, again while it moves under our hands, until it is gone. */
  async function untilGone(pk: string, sk: string, write: (item: Item) => Promise<boolean>): Promise<void> {
    for (let failures = 0; ; ) {
      const item = await itemAt(db, pk, sk);
      if (!item) return;
      try {
        if (await write(item)) return;
      } catch (error) {
        failures += 1;
        if (!(error instanceof Refusal) || error.code !== 'version_conflict' || failures === TRIES)
          throw error;
      }
    }
  }

  const commitFor = (item: Item) =>
    item.__edb_e__ === 'portalAccess' ? tools.reach([item.userId]).commit : db.commit;

  async function moveOne(merge: KeptMerge, item: Item): Promise<boolean> {
    const way = wayOf(merge);
    const kind = item.__edb_e__ as string;
    // A tombstone of something that was removed: its event is told, and only the item is left.
    const isOver = item.deletedAt && kind !== 'note';
    if (isOver || husks.has(kind)) {
      await db.commit([takeAway(db, item)], null);
      return true;
    }
    const plan = await (forward[kind] ?? asItIs)(way, item);
    const isAll = plan.deed !== 'replaced';
    const progress = isAll && counted.has(kind) ? 1 : 0;
    const thing = isAll ? item.sk : `replaced#${plan.former[0]?.sk}`;
    const row = plan.former.length > 0 ? [put(rowPut(way, thing, plan))] : [];
    await commitFor(item)([...plan.writes, ...row, mark(way, ['moving', 'done'], progress)], null);
    return isAll;
  }

  async function backOne(merge: KeptMerge, row: Item): Promise<boolean> {
    const way = wayOf(merge, true);
    const [former] = row.former as Item[];
    const { writes, skipped } = await takeBack(way, row);
    // The place of a removed rate is cleared first; the row comes along again.
    const isAll = !(row.deed === 'replaced' && writes.length === 1);
    const progress = isAll && former && counted.has(former.__edb_e__) && row.deed !== 'replaced' ? 1 : 0;
    await commitFor(former ?? row)(
      [...writes, ...(isAll ? [takeAway(db, row)] : []), mark(way, ['undoing'], progress, skipped ?? null)],
      null,
    );
    return isAll;
  }

  return {
    get: mergeRepository(db).get,

    async move(merge, hasTime) {
      const { loserId } = merge;
      const home = (await itemsIn(db, homeOf(db, loserId))).filter(
        ({ __edb_e__: kind }) => kind !== 'client' && kind !== 'merge',
      );
      const items = [...home, ...(await itemsIn(db, portalOf(db, loserId)))].sort(
        (a, b) => placeOf(a) - placeOf(b),
      );
      for (const { pk, sk } of items) {
        if (!hasTime()) return true;
        await untilGone(pk, sk, (item) => moveOne(merge, item));
      }
      return items.length > 0;
    },

    async takeBack(merge, hasTime) {
      const rows = await itemsIn(db, rowsOf({ db, merge }));
      const sorted = rows.sort((a, b) => placeOf(b.former[0] ?? b, b) - placeOf(a.former[0] ?? a, a));
      for (const { pk, sk } of sorted) {
        if (!hasTime()) return true;
        await untilGone(pk, sk, (row) => backOne(merge, row));
      }
      return rows.length > 0;
    },

    async finish(merge) {
      // Portals show of the workspace's own fields what the clients have of them by now.
      const publishing = { customFields: customFieldRepository(db), publisher: fieldPublisher(db) };
      for (const clientId of [merge.clientId, merge.loserId]) {
        await renew(publishing, clientId);
        await mendBrands(db, clientId, wayOf(merge));
      }
      if (merge.state === 'done') return settle(merge);
      const way = wayOf(merge, merge.state === 'undoing');
      if (merge.state === 'undoing') await mendPrimary(way);
      await db.commit([end(way)], null).catch((error: unknown) => {
        // Somebody else was at it, and ended it.
        if (!(error instanceof Refusal) || error.code !== 'version_conflict') throw error;
      });
    },
  };

  /** Nobody need look through the pointer again, once every request that was under way at the merge is over. */
  async function settle(merge: KeptMerge): Promise<void> {
    if (Date.parse(clock.now()) < Date.parse(merge.createdAt) + HOUR_MS) return;
    const params = Client.patch({ workspaceId: db.workspaceId, clientId: merge.loserId })
      .set({ settled: true, dueOn: '-' })
      .where(({ mergeId }, { eq }) => eq(mergeId, merge.id))
      .params({ table: db.table });
    await db.commit([update(params, () => new Refusal('version_conflict'))], null).catch(() => undefined);
  }

  /** A client that came back without the contact that it wrote to first writes to nobody first. */
  async function mendPrimary({ to, now: updatedAt, by: updatedBy }: Way): Promise<void> {
    const before = await clients.get(to);
    if (!before?.primaryContactId) return;
    if (await itemAt(db, homeOf(db, to), `contact#${before.primaryContactId}`)) return;
    const bare = { primaryContactId: null, primaryContactName: null };
    const after = { ...before, ...bare, version: before.version + 1, updatedAt, updatedBy };
    await db.commit(changeClient(db, before, after), null);
  }
}

const HOUR_MS = 60 * 60_000;

/** A kind that needs nothing else: what stands in its place at the other client already stays. */
async function asItIs(way: Way, item: Item): Promise<Plan> {
  const there = rekeyed(item, way.from, way.to);
  return (await itemAt(way.db, there.pk, there.sk)) ? dropped(way, item) : movedAs(way, item, there);
}

/** Where a thing comes in the order of moving; what nothing refers to comes last. */
function placeOf({ sk }: Item, row?: Item): number {
  if (row?.deed === 'replaced') return -1;
  const at = order.findIndex((beginning) => String(sk).startsWith(beginning));
  return at < 0 ? order.length : at;
}

const stopped = () => new Refusal('version_conflict', { internal: 'the merge is in another state by now' });

/** Holds a commit to the state of the merge, and counts it; both outside of the version. */
function mark(
  { db, merge }: Way,
  states: readonly string[],
  by: number,
  skipped: { kind: string; name: string } | null = null,
): Write {
  const { table, workspaceId } = db;
  const { clientId, id: mergeId } = merge;
  const { Key } = Merge.get({ workspaceId, clientId, mergeId }).params<{ Key: object }>({ table });
  const tell = skipped ? ', #merge.#skipped = list_append(#merge.#skipped, :skipped)' : '';
  return update(
    {
      TableName: table,
      Key,
      UpdateExpression: `SET handled = handled + :by${tell}`,
      ConditionExpression: `#state IN (${states.map((_, n) => `:s${n}`).join(', ')})`,
      ExpressionAttributeNames: {
        '#state': 'state',
        ...(skipped && { '#merge': 'merge', '#skipped': 'skipped' }),
      },
      ExpressionAttributeValues: {
        ':by': by,
        ...Object.fromEntries(states.map((state, n) => [`:s${n}`, state])),
        ...(skipped && { ':skipped': [skipped] }),
      },
    },
    stopped,
  );
}

/** The merge at its end, from the state it was read in. */
function end({ db, merge, now }: Way): Write {
  const { table, workspaceId } = db;
  const { clientId, id: mergeId, state: before } = merge;
  const params = Merge.patch({ workspaceId, clientId, mergeId })
    .set({ state: before === 'undoing' ? 'undone' : 'done', finishedAt: now })
    .where(({ state }, { eq }) => eq(state, before))
    .params({ table });
  return update(params, stopped);
}

/** What is kept of a thing until the merge can be taken back no more. */
function rowPut({ db, merge }: Way, thing: string, { deed, former, now, touched }: Plan): object {
  const { table, workspaceId } = db;
  const { clientId, id: mergeId, undoUntil } = merge;
  const expiresAt = Math.floor(Date.parse(undoUntil) / 1000) + SPARE_DAYS * DAY_SECONDS;
  const row = { workspaceId, clientId, mergeId, thing, deed: deed satisfies MergeDeed, former, expiresAt };
  return MergeRow.put({ ...row, ...(now && { now }), ...(touched && { touched }) }).params({ table });
}
