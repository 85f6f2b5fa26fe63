/** A search parameter, if it is there. */
export const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Where a list stands that is read page by page. */
export const paging = (
  search: Record<string, unknown>,
): { cursor?: string | undefined; page?: string | undefined } => ({
  cursor: text(search.cursor),
  page: text(search.page),
});

/** Pages for whoever is not signed in; others are sent on to where they wanted to go. */
