import { Refusal } from '#contracts/errors.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import { type Client, Client as ClientSchema } from '#contracts/schemas/client.ts';
import type { ClientLister, ClientQuery } from '#domain/client-lists.ts';
import { type ClientReader, type ClientWriter, LINKS_MOVED, versionConflict } from '#domain/clients.ts';
import { dueOn, type KeptClient } from '#domain/trash.ts';
import { put, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { type ClientItem, Client as Entity } from '../entities/client.ts';
import { ClientCounts } from '../entities/client-counts.ts';
import { ClientSightCounts } from '../entities/client-sight-counts.ts';
import { foldName } from '../keys.ts';
import { portalCopy } from '../portal-copy.ts';
import { holdCode } from './client-codes.ts';
import { countAll, proveOwner } from './client-counts.ts';
import { listSeen, toRow } from './client-lists.ts';
import { changeSights, listed } from './client-sights.ts';
import { changeTraits } from './client-traits.ts';
import { pageOptions, toPage } from './paging.ts';
import { setAndRemove, withoutNulls } from './records.ts';

export function clientRepository(db: Db): ClientReader & ClientLister & ClientWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  return {
    /** One client by id, strongly consistent: it answers what was just written. */
    async get(clientId) {
      const { data } = await Entity.get({ workspaceId, clientId }).go({ ...at, consistent: true });
      return data && isThere(data) ? fromItem(data) : null;
    },

    /** Clients by id in one BatchGet, strongly consistent. */
    async some(clientIds) {
      if (clientIds.length === 0) return [];
      const keys = clientIds.map((clientId) => ({ workspaceId, clientId }));
      const { data, unprocessed } = await Entity.get(keys).go({ ...at, consistent: true });
      // One that was not read must not look like one that is not there.
      if (unprocessed.length > 0) throw new Refusal('dependency_down', { internal: 'clients left unread' });
      return data.filter(isThere).map(fromItem);
    },

    /** Where a client points to that was merged. */
    async mergedInto(clientId) {
      const { data } = await Entity.get({ workspaceId, clientId }).go({ ...at, consistent: true });
      return (!data?.destroyedAt && data?.mergedInto) || null;
    },

    /** Clients of a shelf by name, newest or last activity; of a status, an owner, a beginning of the name. */
    async list(query, page) {
      const answer = await ask(workspaceId, query, { ...at, ...pageOptions(page) });
      return toPage(answer, toRow);
    },

    /** Clients of a shelf that a member owns or is linked to, by name; of a status, a beginning of the name. */
    listSeen: (userId, query, page) => listSeen(db, userId, query, page),

    /** The counter of the workspace; absent before its first client. */
    async counts() {
      const { data } = await ClientCounts.get({ workspaceId }).go({ ...at, consistent: true });
      return { active: data?.active ?? 0, pending: data?.pending ?? 0, inactive: data?.inactive ?? 0 };
    },

    /** The counter of one member; absent before his first client. */
    async countsOf(userId, sight) {
      const { data } = await ClientSightCounts.get({ workspaceId, userId }).go({ ...at, consistent: true });
      const linked = sight === 'linked' ? data : null;
      return {
        active: (data?.active ?? 0) + (linked?.linkedActive ?? 0),
        pending: (data?.pending ?? 0) + (linked?.linkedPending ?? 0),
        inactive: (data?.inactive ?? 0) + (linked?.linkedInactive ?? 0),
      };
    },

    async create(record, answer) {
      await db.commit(creation(db, record), answer);
    },

    async update(before, after, answer) {
      await db.commit(transition(db, before, after), answer);
    },
  };
}

/** Neither a headstone nor a pointer to another one. */
const isThere = ({ destroyedAt, mergedInto }: ClientItem) => !destroyedAt && !mergedInto;

type Reading = Pick<Db, 'client' | 'table'> & ReturnType<typeof pageOptions>;

/** The one query that answers a filter and an order; the domain has refused the pairs that none answers. */
function ask(workspaceId: WorkspaceId, { shelf, status, ownerId, q, sort }: ClientQuery, reading: Reading) {
  const place = { workspaceId, shelf };
  const options = { ...reading, order: sort.startsWith('-') ? ('desc' as const) : ('asc' as const) };
  const nameKey = foldName(q ?? '');
  if (ownerId && status) {
    return Entity.query
      .byOwnerAndStatus({ ...place, ownerId, status })
      .begins({ nameKey })
      .go(options);
  }
  if (ownerId)
    return Entity.query
      .byOwner({ ...place, ownerId })
      .begins({ nameKey })
      .go(options);
  if (status && sort === 'name') {
    return Entity.query
      .byStatusAndName({ ...place, status })
      .begins({ nameKey })
      .go(options);
  }
  if (status) return Entity.query.byStatusAndActivity({ ...place, status }).go(options);
  switch (sort) {
    case 'name':
      return Entity.query.byName(place).begins({ nameKey }).go(options);
    case '-createdAt':
      return Entity.query.byNewest(place).go(options);
    case '-lastActivityAt':
      return Entity.query.byActivity(place).go(options);
  }
}

/** All that comes into being with a client. */
export function creation(db: Db, record: Client): Write[] {
  const { table, workspaceId } = db;
  return [
    put(Entity.create(toItem(workspaceId, record)).params({ table })),
    ...count(db, null, record),
    ...proveOwner(db, null, record),
    ...holdCode(db, null, record),
    ...changeTraits(db, null, record),
    ...portalCopy(db, null, record),
  ];
}

/** The next state of a client with whatever hangs on it. */
export const transition = (db: Db, before: Client, after: Client): Write[] => [
  ...changeClient(db, before, after),
  ...count(db, before, after),
  ...proveOwner(db, before, after),
  ...holdCode(db, before, after),
  ...changeTraits(db, before, after),
  ...portalCopy(db, before, after),
];

/**
 * The next state over the version and the links it was made from, and the same in every sight. `lastActivityAt`
 * belongs to the timeline and the links to the projects: both stay.
 */
export function changeClient(db: Db, before: Client, after: Client): [Write, ...Write[]] {
  const { table, workspaceId } = db;
  const {
    clientId,
    workspaceId: _,
    lastActivityAt: __,
    createdAt: ___,
    linkedIds: ____,
    ...fields
  } = toItem(workspaceId, after);
  const { set, gone } = setAndRemove(fields);
  const params = Entity.patch({ workspaceId, clientId })
    .set(set)
    .remove(gone)
    .where(
      ({ version, linkedIds }, { eq }) =>
        `${eq(version, before.version)} AND ${eq(linkedIds, before.linkedIds)}`,
    )
    .params({ table });
  const change = update(params, (current) => {
    const { data } = Entity.parse({ Item: current });
    if (!data || data.destroyedAt) return new Refusal('not_found');
    return data.version === before.version
      ? new Refusal('version_conflict', { internal: LINKS_MOVED })
      : versionConflict(data);
  });
  return [change, ...changeSights(db, after)];
}

/** What a change moves in the counters, of the workspace and of who sees it: live clients that are no samples. */
const count = (db: Db, before: Client | null, after: Client): Write[] => countAll(db, [[before, after]]);

/** Domain to stored: keys, the folded name, and the row that lists show. */
export function toItem(workspaceId: WorkspaceId, record: Client & Partial<KeptClient>) {
  const { id, merged, ...fields } = record;
  const { deletedAt, destroyedAt = null } = record;
  return {
    ...withoutNulls(fields),
    workspaceId,
    clientId: id,
    destroyedAt: destroyedAt ?? undefined,
    mergedInto: merged?.mergedInto,
    mergeId: merged?.mergeId,
    mergedAt: merged?.mergedAt,
    settled: merged?.settled,
    dueOn: dueOn({ deletedAt, destroyedAt, merged: merged ?? null }),
    ...listed(record),
  };
}

const absent = {
  legalName: null,
  registrationNumber: null,
  code: null,
  website: null,
  industry: null,
  taxId: null,
  sizeBand: null,
  revenueBand: null,
  primaryServiceTypeKey: null,
  currentSystems: null,
  technicalRequirements: null,
  currency: null,
  language: null,
  notes: null,
  statusReason: null,
  parentId: null,
  primaryContactId: null,
  primaryContactName: null,
  deletedAt: null,
  sample: false,
};

/** Stored to domain, headstones and pointers included. */
export const keptFromItem = (item: ClientItem): KeptClient => ({
  ...fromItem(item),
  destroyedAt: item.destroyedAt ?? null,
  merged: tombstoneOf(item),
});

const tombstoneOf = ({ mergedInto, mergeId, mergedAt, settled = false }: ClientItem) =>
  mergedInto && mergeId && mergedAt ? { mergedInto, mergeId, mergedAt, settled } : null;

/** Stored to domain; what the store has no value for is null. */
export const fromItem = (item: ClientItem): Client =>
  ClientSchema.strip().parse({ ...absent, ...item, id: item.clientId });
