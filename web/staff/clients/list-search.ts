import type { FilterField, FilterTexts } from '#contracts/client-filter.ts';
import type { ViewId } from '#contracts/ids.ts';
import type { ClientSort } from '#contracts/schemas/client.ts';

/** What the address says of the list of clients: conditions as their texts, and how they are shown. */
export interface ClientSearch extends FilterTexts {
  /** Beginning of the name. */
  q?: string | undefined;
  sort?: ClientSort | undefined;
  /** The view it was opened from, or `all` for none; the filters that count are those beside it. */
  view?: 'all' | ViewId | undefined;
  cursor?: string | undefined;
  page?: string | undefined;
}

const among = <T extends string>(values: readonly T[], value: unknown) =>
  values.find((known) => known === value);

/** In the order of the address. Named here: reading conditions is for pages that show them. */
const fields = Object.keys({
  status: 0,
  owner: 0,
  tag: 0,
  name: 0,
  code: 0,
  website: 0,
  contact: 0,
  created: 0,
  activity: 0,
} satisfies Record<FilterField, 0>) as FilterField[];

/** One value that a field must have, which an index answers. */
const isOne = (text: string | undefined) => text !== undefined && /^[\w-]+$/.test(text);

/** The orders the API answers under these filters; the first is the default. */
export function sortsFor({ status, q, owner }: ClientSearch, ownOnly: boolean): readonly ClientSort[] {
  if (ownOnly) return ['name'];
  if (q || isOne(owner)) return ['name', '-name'];
  return isOne(status)
    ? ['name', '-name', '-lastActivityAt']
    : ['name', '-name', '-lastActivityAt', '-createdAt'];
}

const textIn = (value: unknown) =>
  typeof value === 'string' && value !== '' && value.length <= 600 ? value : undefined;

const viewIn = (value: unknown): ClientSearch['view'] =>
  typeof value === 'string' && /^(all|viw_[0-9A-Z]{26})$/.test(value) ? (value as ViewId) : undefined;

export function readClientSearch(raw: Record<string, unknown>): ClientSearch {
  const q = typeof raw.q === 'string' ? raw.q.trimStart().slice(0, 80) : '';
  const page = typeof raw.page === 'string' && /^[1-9]\d{0,4}$/.test(raw.page) ? raw.page : undefined;
  const search: ClientSearch = {
    ...Object.fromEntries(fields.map((field) => [field, textIn(raw[field])])),
    q: q === '' ? undefined : q,
    sort: among(['-name', '-lastActivityAt', '-createdAt'], raw.sort),
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

/** The part of an address that says which clients are meant. */
export function filterIn(search: ClientSearch): FilterTexts & { q?: string } {
  const named = fields.flatMap((field) => (search[field] ? [[field, search[field]]] : []));
  return { ...Object.fromEntries(named), ...(search.q?.trim() && { q: search.q.trim() }) };
}

/** What every tool over the list of clients is given. */
export interface ClientsToolsProps {
  search: ClientSearch;
  /** The person sees own clients only, so that filter has nothing to say. */
  ownOnly: boolean;
  onChange: (next: ClientSearch, replace?: boolean) => void;
}
