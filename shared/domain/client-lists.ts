import type { StaffActor } from '#contracts/actor.ts';
import { invalidField } from '#contracts/errors.ts';
import type { UserId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { ClientRow, ClientSort, ClientStatus } from '#contracts/schemas/client.ts';
import type { Deps } from './deps.ts';
import { sightOf } from './view-scope.ts';

/** Which rows of which shelf are wanted, in which order. */
export interface ClientQuery {
  shelf: 'clients' | 'trash';
  status?: ClientStatus | undefined;
  ownerId?: UserId | undefined;
  /** Beginning of the name. */
  q?: string | undefined;
  sort: ClientSort;
}

export interface ClientLister {
  /** One page of rows; every allowed query is one call. */
  list(query: ClientQuery, page: PageRequest): Promise<Page<ClientRow>>;
  /** One page of what a member owns or is linked to, by name; two calls. */
  listSeen(
    userId: UserId,
    query: Pick<ClientQuery, 'shelf' | 'status' | 'q'>,
    page: PageRequest,
  ): Promise<Page<ClientRow>>;
}

type Listing = Deps<{ clients: ClientLister }>;

/** Filters that one query of an index answers, and in which orders. */
const answerable = {
  all: ['name', '-createdAt', '-lastActivityAt'],
  status: ['name', '-lastActivityAt'],
  owner: ['name'],
  own: ['name'],
  q: ['name'],
} as const satisfies Record<string, readonly ClientSort[]>;

/**
 * Whoever does not see every client cannot ask for those of another owner.
 * @throws {Refusal} `validation_failed` at the pointer
 */
export function assertAskable(actor: StaffActor, owner: UserId | undefined, pointer: string): void {
  if (owner === undefined || owner === actor.userId || sightOf(actor) === 'all') return;
  throw invalidField(pointer, 'not_combinable', 'can only be yourself without clients.view_all');
}

/**
 * A page of the clients this actor may see, by name unless asked otherwise.
 * @throws {Refusal} `validation_failed` naming the orders that go with the filter, or for an owner who is not
 * the asker where he does not see every client
 */
export async function list(
  { actor, data }: Listing,
  query: { status?: ClientStatus; owner?: UserId; q?: string; sort?: ClientSort },
  page: PageRequest,
): Promise<Page<ClientRow>> {
  const { status, q, sort = 'name' } = query;
  const sight = sightOf(actor);
  assertAskable(actor, query.owner, '?owner');
  const ownerId = sight === 'owned' ? actor.userId : query.owner;
  const seen = sight === 'linked' && !ownerId;
  const filter = q ? 'q' : ownerId ? 'owner' : seen ? 'own' : status ? 'status' : 'all';
  const orders: readonly ClientSort[] = answerable[filter];
  if (!orders.includes(sort)) {
    throw invalidField('?sort', 'not_combinable', `with this filter the order can be ${orders.join(', ')}`);
  }
  return seen
    ? data.clients.listSeen(actor.userId, { shelf: 'clients', status, q }, page)
    : data.clients.list({ shelf: 'clients', status, ownerId, q, sort }, page);
}
