import type { UserId, ViewId } from '#contracts/ids.ts';
import type { ClientSort, ClientStatus } from '#contracts/schemas/client.ts';

/** What the address says of the list of clients; a default is not written. */
export interface ClientSearch {
  status?: ClientStatus | undefined;
  /** Beginning of the name. */
  q?: string | undefined;
  /** `me`, or the id of somebody else, so that an address means the same to everybody who opens it. */
  owner?: 'me' | UserId | undefined;
  sort?: ClientSort | undefined;
  /** The view it was opened from, or `all` for none; the filters that count are those beside it. */
  view?: 'all' | ViewId | undefined;
  cursor?: string | undefined;
  page?: string | undefined;
}

const among = <T extends string>(values: readonly T[], value: unknown) =>
  values.find((known) => known === value);

const statuses: readonly ClientStatus[] = ['active', 'pending', 'inactive'];

/** The orders the API answers under these filters; the first is the default. */
export function sortsFor({ status, q, owner }: ClientSearch, ownOnly: boolean): readonly ClientSort[] {
  if (q || owner || ownOnly) return ['name'];
  return status ? ['name', '-lastActivityAt'] : ['name', '-lastActivityAt', '-createdAt'];
}

const ownerIn = (value: unknown): ClientSearch['owner'] =>
  value === 'me' || (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value))
    ? (value as UserId)
    : undefined;

const viewIn = (value: unknown): ClientSearch['view'] =>
  typeof value === 'string' && /^(all|viw_[0-9A-Z]{26})$/.test(value) ? (value as ViewId) : undefined;

export function readClientSearch(raw: Record<string, unknown>): ClientSearch {
  const q = typeof raw.q === 'string' ? raw.q.trimStart().slice(0, 80) : '';
  const page = typeof raw.page === 'string' && /^[1-9]\d{0,4}$/.test(raw.page) ? raw.page : undefined;
  const search: ClientSearch = {
    status: among(statuses, raw.status),
    q: q === '' ? undefined : q,
    owner: ownerIn(raw.owner),
    sort: among(['-lastActivityAt', '-createdAt'], raw.sort),
    view: viewIn(raw.view),
    cursor: typeof raw.cursor === 'string' && raw.cursor !== '' ? raw.cursor : undefined,
    page,
  };
  if (search.sort && !sortsFor(search, false).includes(search.sort)) search.sort = undefined;
  return search;
}

/** Other filters begin at the first page, in an order that goes with them. */
export function changed(search: ClientSearch, change: Partial<ClientSearch>): ClientSearch {
  const next = { ...search, cursor: undefined, page: undefined, ...change };
  return next.sort && !sortsFor(next, false).includes(next.sort) ? { ...next, sort: undefined } : next;
}

/** What every tool over the list of clients is given. */
export interface ClientsToolsProps {
  search: ClientSearch;
  /** The person sees own clients only, so that filter has nothing to say. */
  ownOnly: boolean;
  onChange: (next: ClientSearch, replace?: boolean) => void;
}
