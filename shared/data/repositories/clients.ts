import { Refusal } from '#contracts/errors.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import {
  type Client,
  ClientRow,
  Client as ClientSchema,
  type ClientStatus,
  clientStatuses,
} from '#contracts/schemas/client.ts';
import type { ClientLister, ClientQuery } from '#domain/client-lists.ts';
import { type ClientReader, type ClientWriter, versionConflict } from '#domain/clients.ts';
import { dueOn, type KeptClient } from '#domain/trash.ts';
import { put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { type ClientItem, Client as Entity } from '../entities/client.ts';
import { ClientCodeGuard } from '../entities/client-code.ts';
import { ClientCounts } from '../entities/client-counts.ts';
import { foldName } from '../keys.ts';
import { portalCopy } from '../portal-copy.ts';
import { pageOptions, toPage } from './paging.ts';
import { setAndRemove, withoutNulls } from './records.ts';

export function clientRepository(db: Db): ClientReader & ClientLister & ClientWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  return {
    /** One client by id, strongly consistent: it answers what was just written. A destroyed one is absent. */
    async get(clientId) {
      const { data } = await Entity.get({ workspaceId, clientId }).go({ ...at, consistent: true });
      return data && !data.destroyedAt ? fromItem(data) : null;
    },

    /** Clients of a shelf by name, newest or last activity; of a status, an owner, a beginning of the name. */
    async list(query, page) {
      const answer = await ask(workspaceId, query, { ...at, ...pageOptions(page) });
      return toPage(answer, (item) => ClientRow.parse({ ...item.row, lastActivityAt: item.lastActivityAt }));
    },

    /** The counter of the workspace; absent before its first client. */
    async counts() {
      const { data } = await ClientCounts.get({ workspaceId }).go({ ...at, consistent: true });
      return { active: data?.active ?? 0, pending: data?.pending ?? 0, inactive: data?.inactive ?? 0 };
    },

    /** How many clients of each status one owner has: one query a status. */
    async countsOf(ownerId) {
      const counted = await Promise.all(
        clientStatuses.map(async (status) => {
          const place = { workspaceId, shelf: 'clients', ownerId, status } as const;
          const { data } = await Entity.query.byOwnerAndStatus(place).go({ ...at, pages: 'all' });
          return [status, data.length] as const;
        }),
      );
      return Object.fromEntries(counted) as Record<ClientStatus, number>;
    },

    async create(record) {
      await db.commit(creation(db, record), record);
    },

    async update(before, after) {
      await db.commit(transition(db, before, after), after);
    },
  };
}

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
    ...holdCode(db, null, record),
    ...portalCopy(db, null, record),
  ];
}

/** The next state of a client with whatever hangs on it. */
export const transition = (db: Db, before: Client, after: Client): Write[] => [
  changeClient(db, before, after),
  ...count(db, before, after),
  ...holdCode(db, before, after),
  ...portalCopy(db, before, after),
];

/** The next state over the version it was made from; `lastActivityAt` belongs to the timeline and stays. */
export function changeClient({ table, workspaceId }: Db, before: Client, after: Client): Write {
  const {
    clientId,
    workspaceId: _,
    lastActivityAt: __,
    createdAt: ___,
    ...fields
  } = toItem(workspaceId, after);
  const { set, gone } = setAndRemove(fields);
  const params = Entity.patch({ workspaceId, clientId })
    .set(set)
    .remove(gone)
    .where(({ version }, { eq }) => eq(version, before.version))
    .params({ table });
  return update(params, (current) => {
    const { data } = Entity.parse({ Item: current });
    return data && !data.destroyedAt ? versionConflict(data) : new Refusal('not_found');
  });
}

/** What a change moves in the counters: live clients only, none when the status stays. */
function count({ table, workspaceId }: Db, before: Client | null, after: Client): Write[] {
  const [from, to] = [before, after].map((client) => (client && !client.deletedAt ? client.status : null));
  if (from === to) return [];
  const by = { ...(from && { [from]: -1 }), ...(to && { [to]: 1 }) };
  return [update(ClientCounts.upsert({ workspaceId }).add(by).params({ table }))];
}

/** Takes a new code and gives the old one back; a taken one refuses the whole change. */
function holdCode({ table, workspaceId }: Db, before: Client | null, after: Client): Write[] {
  if (before?.code === after.code) return [];
  const release = before?.code
    ? [remove(ClientCodeGuard.delete({ workspaceId, code: before.code }).params({ table }))]
    : [];
  return after.code ? [...release, take(table, workspaceId, after.code, after)] : release;
}

function take(
  table: string,
  workspaceId: WorkspaceId,
  code: string,
  holder: { id: ClientId; name: string },
): Write {
  const guard = ClientCodeGuard.create({ workspaceId, code, clientId: holder.id, clientName: holder.name });
  return put(
    guard.params({ table }),
    () =>
      new Refusal('code_taken', {
        detail: `The code ${code} is in use.`,
        errors: [{ pointer: '/code', code: 'code_taken', message: 'is already in use by another client' }],
      }),
  );
}

/** Domain to stored: keys, the folded name, and the row that lists show. */
export function toItem(workspaceId: WorkspaceId, record: Client & Partial<KeptClient>) {
  const { id, ...fields } = record;
  const { deletedAt, destroyedAt = null } = record;
  const { lastActivityAt: _, ...row } = ClientRow.strip().parse(record);
  return {
    ...withoutNulls(fields),
    workspaceId,
    clientId: id,
    destroyedAt: destroyedAt ?? undefined,
    shelf: shelfOf(deletedAt, destroyedAt),
    dueOn: dueOn({ deletedAt, destroyedAt }),
    nameKey: foldName(record.name),
    row,
  };
}

const shelfOf = (deletedAt?: string | null, destroyedAt?: string | null): ClientItem['shelf'] => {
  if (destroyedAt) return 'destroyed';
  return deletedAt ? 'trash' : 'clients';
};

const absent = {
  legalName: null,
  code: null,
  website: null,
  industry: null,
  taxId: null,
  notes: null,
  statusReason: null,
  primaryContactId: null,
  primaryContactName: null,
  deletedAt: null,
};

/** Stored to domain, headstones included. */
export const keptFromItem = (item: ClientItem): KeptClient => ({
  ...fromItem(item),
  destroyedAt: item.destroyedAt ?? null,
});

/** Stored to domain; what the store has no value for is null. */
export const fromItem = (item: ClientItem): Client =>
  ClientSchema.strip().parse({ ...absent, ...item, id: item.clientId });
