import { Refusal } from '#contracts/errors.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import {
  type Client,
  ClientRow,
  Client as ClientSchema,
  type ClientStatus,
} from '#contracts/schemas/client.ts';
import type { ClientQuery, ClientReader, ClientWriter } from '#domain/clients.ts';
import { put, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { type ClientItem, Client as Entity } from '../entities/client.ts';
import { ClientCodeGuard } from '../entities/client-code.ts';
import { ClientCounts } from '../entities/client-counts.ts';
import { foldName } from '../keys.ts';
import { pageOptions, toPage } from './paging.ts';

export function clientRepository(db: Db): ClientReader & ClientWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  return {
    /** One client by id, strongly consistent: it answers what was just written. */
    async get(clientId) {
      const { data } = await Entity.get({ workspaceId, clientId }).go({ ...at, consistent: true });
      return data ? fromItem(data) : null;
    },

    /** Clients of the workspace by name, newest or last activity; of a status or an owner. */
    async list(query, page) {
      const answer = await ask(workspaceId, query, { ...at, ...pageOptions(page) });
      return toPage(answer, (item) => ClientRow.parse({ ...item.row, lastActivityAt: item.lastActivityAt }));
    },

    async create(record) {
      await db.commit(
        [
          put(Entity.create(toItem(workspaceId, record)).params({ table })),
          count(db, record.status, 1),
          ...(record.code ? [holdCode(db, record.code, record)] : []),
        ],
        record,
      );
    },
  };
}

type Reading = Pick<Db, 'client' | 'table'> & ReturnType<typeof pageOptions>;

/** The one query that answers a filter and an order; the domain has refused the pairs that none answers. */
function ask(workspaceId: WorkspaceId, { status, ownerId, sort }: ClientQuery, reading: Reading) {
  const place = { workspaceId, shelf: 'clients' } as const;
  const options = { ...reading, order: sort.startsWith('-') ? ('desc' as const) : ('asc' as const) };
  if (ownerId) return Entity.query.byOwner({ ...place, ownerId }).go(options);
  if (status && sort === 'name') return Entity.query.byStatusAndName({ ...place, status }).go(options);
  if (status) return Entity.query.byStatusAndActivity({ ...place, status }).go(options);
  switch (sort) {
    case 'name':
      return Entity.query.byName(place).go(options);
    case '-createdAt':
      return Entity.query.byNewest(place).go(options);
    case '-lastActivityAt':
      return Entity.query.byActivity(place).go(options);
  }
}

/** Moves the counter of one status; the counter item comes into being with the first client. */
function count({ table, workspaceId }: Db, status: ClientStatus, by: number): Write {
  return update(
    ClientCounts.upsert({ workspaceId })
      .add({ [status]: by })
      .params({ table }),
  );
}

/** Takes a code for a client, or says whose it is. */
function holdCode({ table, workspaceId }: Db, code: string, holder: { id: ClientId; name: string }): Write {
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
function toItem(workspaceId: WorkspaceId, record: Client) {
  const { id, legalName, code, website, ...same } = record;
  const { lastActivityAt: _, ...row } = ClientRow.strip().parse(record);
  return {
    ...same,
    workspaceId,
    clientId: id,
    legalName: legalName ?? undefined,
    code: code ?? undefined,
    website: website ?? undefined,
    shelf: 'clients' as const,
    nameKey: foldName(record.name),
    row,
  };
}

/** Stored to domain; what the store has no value for is null. */
export function fromItem(item: ClientItem): Client {
  const { legalName = null, code = null, website = null } = item;
  return ClientSchema.strip().parse({ ...item, id: item.clientId, legalName, code, website });
}
