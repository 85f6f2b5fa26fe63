import { Refusal } from '#contracts/errors.ts';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';
import { type Client, ClientRow, type ClientStatus, clientStatuses } from '#contracts/schemas/client.ts';
import type { Relinking, SightReader } from '#domain/client-sights.ts';
import { CLIENT_MOVED } from '#domain/clients.ts';
import type { KeptClient } from '#domain/trash.ts';
import { put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { Client as ClientEntity, type Shelf } from '../entities/client.ts';
import { ClientSight as Entity } from '../entities/client-sight.ts';
import { ClientSightCounts } from '../entities/client-sight-counts.ts';
import { foldName } from '../keys.ts';

export function sightRepository({ client, table, workspaceId }: Db): SightReader {
  return {
    /** Through which projects members are linked to a client, in one strongly consistent BatchGet. */
    async projectsOf(clientId, userIds) {
      const keys = userIds.map((userId) => ({ workspaceId, clientId, userId }));
      const { data } = await Entity.get(keys).go({ client, table, consistent: true });
      return new Map(data.map(({ userId, projectIds }) => [userId, new Set(projectIds)]));
    },
  };
}

/** What every index of clients carries and is sorted by, and where it stands. */
export function listed(record: Client & Partial<KeptClient>) {
  const { lastActivityAt: _, ...row } = ClientRow.strip().parse(record);
  return { shelf: shelfOf(record), nameKey: foldName(record.name), row };
}

function shelfOf({ deletedAt, destroyedAt, merged }: Client & Partial<KeptClient>): Shelf {
  if (destroyedAt) return 'destroyed';
  if (merged) return 'merged';
  return deletedAt ? 'trash' : 'clients';
}

/** A sight as it stands from its beginning; `lastActivityAt` is moved by the timeline, as the client's is. */
export const toSight = (
  workspaceId: WorkspaceId,
  record: Client,
  userId: UserId,
  projectIds: ReadonlySet<string>,
) => ({
  workspaceId,
  clientId: record.id,
  userId,
  projectIds,
  status: record.status,
  lastActivityAt: record.lastActivityAt,
  ...listed(record),
});

/** The sights of a client in its next state, for the transaction that changes it; the links are the same. */
export const changeSights = ({ table, workspaceId }: Db, after: Client & Partial<KeptClient>): Write[] =>
  after.linkedIds.map((userId) =>
    update(
      Entity.patch({ workspaceId, clientId: after.id, userId })
        .set({ status: after.status, ...listed(after) })
        .params({ table }),
    ),
  );

/**
 * What changes move in the counters of members: live clients that they own or are linked to, each once. Of several
 * clients together, since a transaction writes no counter twice.
 */
export function countSights(
  { table, workspaceId }: Db,
  changes: readonly (readonly [before: Client | null, after: Client])[],
): Write[] {
  const sums = new Map<UserId, Partial<Record<Seat, number>>>();
  const add = (userId: UserId, seat: Seat, by: number) => {
    const sum = sums.get(userId) ?? {};
    sums.set(userId, { ...sum, [seat]: (sum[seat] ?? 0) + by });
  };
  for (const [before, after] of changes) {
    for (const [userId, seat] of before ? seatsOf(before) : []) add(userId, seat, -1);
    for (const [userId, seat] of seatsOf(after)) add(userId, seat, 1);
  }
  return [...sums].flatMap(([userId, sum]) => {
    const by = Object.fromEntries(Object.entries(sum).filter(([, number]) => number !== 0));
    if (Object.keys(by).length === 0) return [];
    return [update(ClientSightCounts.upsert({ workspaceId, userId }).add(by).params({ table }))];
  });
}

/** Whose counters a client is in who lack `clients.view_all`, and in which place. */
export function seatsOf({ deletedAt, sample, status, ownerId, linkedIds }: Client): Map<UserId, Seat> {
  if (deletedAt || sample) return new Map();
  return new Map([
    ...linkedIds.map((userId) => [userId, linkedSeat[status]] as const),
    [ownerId, status] as const,
  ]);
}

const linkedSeat = {
  active: 'linkedActive',
  pending: 'linkedPending',
  inactive: 'linkedInactive',
} as const satisfies Record<ClientStatus, string>;

/** Places of a member's counter: clients that he owns, and those that he is only linked to. */
export const seats = [...clientStatuses, ...Object.values(linkedSeat)] as const;
export type Seat = (typeof seats)[number];

/**
 * What follows from a change of a project's members, for the transaction that changes the project: links of the
 * client, sights and counters. All of it stands on the client as it was read, the time of its last activity
 * too, since a new sight begins with it.
 */
export const relinkWrites = (db: Db, links: Relinking | null): Write[] =>
  links ? [...linkWrites(db, links), ...countSights(db, [[links.before, links.after]])] : [];

/** The same without the counters, which a transaction that changes several clients writes once for all of them. */
export function linkWrites(db: Db, links: Relinking): Write[] {
  const { table, workspaceId } = db;
  const { before, after, projectId, gained, lost, more, fewer } = links;
  const [clientId, only] = [before.id, new Set([projectId])];
  const key = (userId: UserId) => ({ workspaceId, clientId, userId });
  return [
    ...(gained.length + lost.length > 0 ? [relinkClient(db, before, after)] : []),
    ...gained.map((userId) =>
      put(Entity.create(toSight(workspaceId, after, userId, only)).params({ table }), moved),
    ),
    ...lost.map((userId) =>
      remove(
        Entity.delete(key(userId))
          .where(({ projectIds }, { eq }) => eq(projectIds, only))
          .params({ table }),
        moved,
      ),
    ),
    ...more.map((userId) =>
      update(Entity.patch(key(userId)).add({ projectIds: only }).params({ table }), moved),
    ),
    ...fewer.map((userId) =>
      update(
        Entity.patch(key(userId))
          .delete({ projectIds: only })
          .where(({ projectIds }, { ne }) => ne(projectIds, only))
          .params({ table }),
        moved,
      ),
    ),
  ];
}

/** The links stand beside the version, which is everybody else's. */
function relinkClient({ table, workspaceId }: Db, before: Client, after: Client): Write {
  const params = ClientEntity.patch({ workspaceId, clientId: before.id })
    .set({ linkedIds: after.linkedIds })
    .where(
      ({ version, linkedIds, lastActivityAt }, { eq }) =>
        `${eq(version, before.version)} AND ${eq(linkedIds, before.linkedIds)} AND ${eq(lastActivityAt, before.lastActivityAt)}`,
    )
    .params({ table });
  return update(params, moved);
}

const moved = () => new Refusal('version_conflict', { internal: CLIENT_MOVED });
