import type { StaffActor } from '#contracts/actor.ts';
import type { ClientFilter, FilterTexts } from '#contracts/client-filter.ts';
import { invalidField } from '#contracts/errors.ts';
import type { UserId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { ClientRow, ClientSort, ClientStatus } from '#contracts/schemas/client.ts';
import { filterOf, isWanted as meets, onlyValue } from './client-filter.ts';
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
  /**
   * What no index answers: rows are looked at and those that meet it are taken, within a page's bounds. The page
   * then says how many were looked at, and goes on behind them.
   */
  isWanted?: ((row: ClientRow) => boolean) | undefined;
}

export interface ClientLister {
  /** One page of rows; every allowed query is one call. */
  list(query: ClientQuery, page: PageRequest): Promise<Page<ClientRow>>;
  /** One page of what a member owns or is linked to, by name; two calls. */
  listSeen(
    userId: UserId,
    query: Omit<ClientQuery, 'ownerId' | 'sort'>,
    page: PageRequest,
  ): Promise<Page<ClientRow>>;
}

type Listing = Deps<{ clients: ClientLister }>;

const byName = ['name', '-name'] as const;

/** Filters that one query of an index answers, and in which orders. */
const answerable = {
  all: [...byName, '-createdAt', '-lastActivityAt'],
  status: [...byName, '-lastActivityAt'],
  owner: byName,
  own: ['name'],
  q: byName,
} as const satisfies Record<string, readonly ClientSort[]>;

/**
 * Whoever does not see every client cannot ask for those of another owner.
 * @throws {Refusal} `validation_failed` at the pointer
 */
export function assertAskable(actor: StaffActor, owner: string | undefined, pointer: string): void {
  if (owner === undefined || sightOf(actor) === 'all') return;
  if (onlyValue(filterOf({ owner }, actor.userId).owner) === actor.userId) return;
  throw invalidField(pointer, 'not_combinable', 'can only be yourself without clients.view_all');
}

/**
 * A page of the clients this actor may see, by name unless asked otherwise. Of the conditions, one status and one
 * owner are answered by an index; the others are compared row by row.
 * @throws {Refusal} `validation_failed` naming the orders that go with the filter, or for an owner who is not
 * the asker where he does not see every client
 */
export async function list(
  { actor, data }: Listing,
  query: FilterTexts & { q?: string | undefined; sort?: ClientSort | undefined },
  page: PageRequest,
): Promise<Page<ClientRow>> {
  const { q, sort = 'name' } = query;
  const sight = sightOf(actor);
  assertAskable(actor, query.owner, '?owner');
  const { status: ofStatus, owner: ofOwner, ...others } = filterOf(query, actor.userId);
  const status = onlyValue(ofStatus) as ClientStatus | undefined;
  const asked = onlyValue(ofOwner) as UserId | undefined;
  const ownerId = sight === 'owned' ? actor.userId : asked;
  const seen = sight === 'linked' && !ownerId;
  const filter = q ? 'q' : ownerId ? 'owner' : seen ? 'own' : status ? 'status' : 'all';
  const orders: readonly ClientSort[] = answerable[filter];
  if (!orders.includes(sort)) {
    throw invalidField('?sort', 'not_combinable', `with this filter the order can be ${orders.join(', ')}`);
  }
  const rest: ClientFilter = {
    ...others,
    ...(ofStatus && !status && { status: ofStatus }),
    ...(ofOwner && !asked && { owner: ofOwner }),
  };
  const isWanted = Object.keys(rest).length > 0 ? meets(rest) : undefined;
  const wanted = { shelf: 'clients', status, q, isWanted } as const;
  return seen
    ? data.clients.listSeen(actor.userId, wanted, page)
    : data.clients.list({ ...wanted, ownerId, sort }, page);
}
