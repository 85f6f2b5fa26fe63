import type { ActorStamp } from '#contracts/actor.ts';
import type { ClientId, ProjectId, UserId } from '#contracts/ids.ts';
import { relink } from '#domain/client-sights.ts';
import type { ClientReader } from '#domain/clients.ts';
import type { KeptMerge } from '#domain/merge-store.ts';
import { put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { BillingDefault } from '../entities/billing-default.ts';
import { PortalDoor } from '../entities/portal-door.ts';
import { RateHead } from '../entities/rate-head.ts';
import { partition } from '../keys.ts';
import { countSights, linkWrites, sightRepository } from './client-sights.ts';
import { type Item, itemAt, movedAgain } from './merge-items.ts';

/** One way of a merge: from the loser to the survivor, or back. */
export interface Way {
  db: Db;
  directory: string;

  clients: Pick<ClientReader, 'get'>;
  merge: KeptMerge;
  from: ClientId;
  to: ClientId;
  now: string;
  by: ActorStamp;
}

/** What is to be written for one thing, and what is kept of it. */
export interface Plan {
  deed: 'moved' | 'folded' | 'dropped' | 'replaced' | 'combined';
  writes: Write[];
  former: Item[];
  /** Where it stands since, or what took it up. */
  now?: string | undefined;
  touched?: { before: Item; version: number } | undefined;
}

export const homeOf = ({ workspaceId }: Db, clientId: ClientId): string =>
  partition.ofClient(workspaceId, clientId)[0] ?? '';
export const portalOf = ({ workspaceId }: Db, clientId: ClientId): string =>
  partition.portal(workspaceId, clientId);
/** Where a merge keeps what it did. */
export const rowsOf = ({ db, merge }: Pick<Way, 'db' | 'merge'>): string =>
  `${homeOf(db, merge.clientId)}#merge#${merge.id}`;

/** What a merge kept of one thing. */
export const rowOf = (way: Way, thing: string): Promise<Item | null> =>
  itemAt(way.db, rowsOf(way), `row#${thing}`);

/** Marks what came by a merge: the stream tells of what people do, and nobody did this to the record itself. */
export const arrived = ({ merge }: Way, item: Item): Item => ({ ...item, movedBy: merge.id });

/** The links that a project takes along: gone from one client where it has any, and new at the other. */
export async function relinked(way: Way, item: Item): Promise<Write[]> {
  const { db, clients } = way;
  const members = item.memberIds as UserId[];
  const projectId = item.projectId as ProjectId;
  const sights = sightRepository(db);
  const [from, to] = await Promise.all([clients.get(way.from), clients.get(way.to)]);
  const lost = from && (await relink({ data: { sights } }, from, projectId, { before: members, after: [] }));
  const gained = to && (await relink({ data: { sights } }, to, projectId, { before: [], after: members }));
  const links = [lost, gained].filter((one) => one !== null);
  return [
    ...links.flatMap((one) => linkWrites(db, one)),
    ...countSights(
      db,
      links.map(({ before, after }) => [before, after] as const),
    ),
  ];
}

/** Moves the head of the rates of a client that are about to change. */
export async function moveHead({ db }: Way, clientId: ClientId): Promise<Write> {
  const { table, workspaceId } = db;
  const home = `client#${clientId}` as const;
  const head = await itemAt(db, homeOf(db, clientId), 'head-of-rates');
  const version = (head?.version ?? 0) as number;
  const params = RateHead.put({ workspaceId, home, version: version + 1 })
    .where((one, { notExists, eq }) => (version === 0 ? notExists(one.version) : eq(one.version, version)))
    .params({ table });
  return put(params, movedAgain);
}

/** Counts a billing profile in at a client, as its default where it has none, or where it is to be. */
export function enterBilling({ db }: Way, item: Item, standing: Item | null, takes: boolean): Write {
  const { table, workspaceId } = db;
  const key = { workspaceId, clientId: item.clientId as ClientId };
  const profileId = item.profileId;
  if (!standing)
    return put(BillingDefault.create({ ...key, profileId, profiles: 1 }).params({ table }), movedAgain);
  const counted = BillingDefault.patch(key).add({ profiles: 1 });
  const set = takes ? counted.set({ profileId }) : counted;
  return update(
    set.where((one, { eq }) => eq(one.profileId, standing.profileId)).params({ table }),
    movedAgain,
  );
}

/** Counts a billing profile out, in favour of another where it was the default. */
export function leaveBilling({ db }: Way, item: Item, standing: Item, heir: string | null): Write {
  const { table, workspaceId } = db;
  const key = { workspaceId, clientId: item.clientId as ClientId };
  if (standing.profiles === 1) {
    const last = BillingDefault.delete(key).where((one, { eq }) => eq(one.profiles, 1));
    return remove(last.params({ table }), movedAgain);
  }
  const counted = BillingDefault.patch(key).add({ profiles: -1 });
  const set = heir ? counted.set({ profileId: heir as never }) : counted;
  return update(
    set.where((one, { eq }) => eq(one.profileId, standing.profileId)).params({ table }),
    movedAgain,
  );
}

/** The door of a person in the directory leads to the other client from now on. */
export function moveDoor({ db, directory, from, to }: Way, userId: UserId): Write[] {
  const { workspaceId } = db;
  return [
    remove(PortalDoor.delete({ userId, workspaceId, clientId: from }).params({ table: directory })),
    put(PortalDoor.put({ userId, workspaceId, clientId: to }).params({ table: directory })),
  ];
}
