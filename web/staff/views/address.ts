import type { View } from '#contracts/schemas/view.ts';
import { type ClientSearch, filterIn, readClientSearch } from '../clients/list-search.ts';

/** What a view says of the list, as far as there are such filters still. */
export const searchOf = ({ id, filters }: Pick<View, 'id' | 'filters'>): ClientSearch => ({
  ...readClientSearch(filters),
  view: id,
});

/** Filters that a view was saved with and that there are no more. */
export function lostIn({ filters }: Pick<View, 'filters'>): string[] {
  const read = readClientSearch(filters) as Record<string, unknown>;
  // The order by name is the one that is never written.
  return Object.entries(filters)
    .filter(([key, value]) => read[key] === undefined && `${key}=${value}` !== 'sort=name')
    .map(([key]) => key);
}

/** The part of an address that a view keeps. */
export const filtersIn = (search: ClientSearch) => ({
  ...filterIn(search),
  ...(search.sort && { sort: search.sort }),
});

/** Where a view is: its filters stand in the address, and the view only says where they are from. */
export function hrefOf(view: Pick<View, 'id' | 'filters'>): string {
  const { view: id = '', ...search } = searchOf(view);
  return `/clients?${new URLSearchParams({ view: id, ...filtersIn(search) })}`;
}

/** Whether an address shows what the view was saved with. */
export const isAsSaved = (search: ClientSearch, view: Pick<View, 'id' | 'filters'>): boolean =>
  JSON.stringify(filtersIn(search)) === JSON.stringify(filtersIn(searchOf(view)));
