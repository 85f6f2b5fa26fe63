import { type StaffActor, stamp } from '#contracts/actor.ts';
import { invalidField, notFound } from '#contracts/errors.ts';
import type { ClientId, UserId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { ClientSort } from '#contracts/routes/clients.ts';
import type { Client, ClientCreate, ClientRow, ClientStatus } from '#contracts/schemas/client.ts';
import type { Deps } from './deps.ts';
import { type MemberReader, resolveOwner } from './members.ts';

/** Which rows of the list of clients are wanted, in which order. */
export interface ClientQuery {
  status?: ClientStatus | undefined;
  ownerId?: UserId | undefined;
  sort: ClientSort;
}

export interface ClientReader {
  /** The client, or null when the workspace has none of this id. */
  get(clientId: ClientId): Promise<Client | null>;
  /** One page of rows; every allowed query is one call. */
  list(query: ClientQuery, page: PageRequest): Promise<Page<ClientRow>>;
}

export interface ClientWriter {
  /**
   * Writes client, counter and code guard together.
   * @throws {Refusal} `code_taken`
   */
  create(client: Client): Promise<void>;
}

type Reading = Deps<{ clients: ClientReader }>;

/** Whether an actor may know of a client: the one place that decides it. */
export const sees = (actor: StaffActor, client: Pick<Client, 'ownerId'>): boolean =>
  actor.permissions.has('clients.view_all') || client.ownerId === actor.userId;

/**
 * Opens a client for business; it is pending until somebody makes it active.
 * @throws {Refusal} `validation_failed` for an owner who cannot own, `code_taken`
 */
export async function create(
  { actor, clock, ids, data }: Deps<{ clients: ClientWriter; members: MemberReader }>,
  input: ClientCreate,
): Promise<Client> {
  const owner = await resolveOwner({ actor, data }, input.ownerId);
  const now = clock.now();
  const client: Client = {
    id: ids.next('client'),
    version: 1,
    name: input.name,
    legalName: input.legalName ?? null,
    code: input.code ?? null,
    website: input.website ?? null,
    addresses: input.addresses ?? [],
    status: 'pending',
    ...owner,
    lastActivityAt: now,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(actor),
  };
  await data.clients.create(client);
  return client;
}

/**
 * A client that this actor may see.
 * @throws {Refusal} `not_found` when it is absent, foreign or out of his sight
 */
export async function get({ actor, data }: Reading, clientId: ClientId): Promise<Client> {
  const client = await data.clients.get(clientId);
  if (!client) throw notFound('no such client in this workspace');
  if (!sees(actor, client)) throw notFound('client is out of the view scope');
  return client;
}

/** Pairs of filter and order that one query of an index answers; the first is the default order. */
const answerable: Record<'all' | 'status' | 'owner', readonly ClientSort[]> = {
  all: ['name', '-createdAt', '-lastActivityAt'],
  status: ['name', '-lastActivityAt'],
  owner: ['name'],
};

/**
 * A page of the clients this actor may see, by name unless asked otherwise.
 * @throws {Refusal} `validation_failed` naming the orders that go with the filter
 */
export async function list(
  { actor, data }: Reading,
  query: { status?: ClientStatus; owner?: UserId; sort?: ClientSort },
  page: PageRequest,
): Promise<Page<ClientRow>> {
  const scoped = actor.permissions.has('clients.view_all') ? query : { ...query, owner: actor.userId };
  if (scoped.owner && query.owner && scoped.owner !== query.owner) return { data: [], page: { next: null } };
  if (scoped.status && scoped.owner) {
    throw invalidField('?status', 'not_combinable', 'cannot be combined with a filter by owner');
  }
  const allowed = answerable[scoped.status ? 'status' : scoped.owner ? 'owner' : 'all'];
  const sort = scoped.sort ?? 'name';
  if (!allowed.includes(sort)) {
    throw invalidField('?sort', 'not_combinable', `with this filter the order can be ${allowed.join(', ')}`);
  }
  return data.clients.list({ status: scoped.status, ownerId: scoped.owner, sort }, page);
}
