import * as z from 'zod';

/** Rows of a page unless fewer are asked for; also the most. */
export const PAGE_SIZE = 50;

/** The query parameters every list takes; spread into the `query` of its route. */
export const pagingQuery = {
  cursor: z.string().max(2048).optional().meta({ description: 'Opaque; the `page.next` of the page before' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(PAGE_SIZE)
    .optional()
    .meta({ description: `Rows of a page, 1 to ${PAGE_SIZE}` }),
} as const;

/** A list on the wire: rows, and the cursor of the next page or null at the end. */
export const pageOf = <S extends z.ZodType>(row: S) =>
  z.strictObject({
    data: z.array(row),
    page: z.strictObject({ next: z.string().nullable() }),
  });

/**
 * A list whose rows may be the few of many looked at: `looked` says of how many, where that is so. A page can then
 * be short, or empty, and have a next one.
 */
export const searchedPageOf = <S extends z.ZodType>(row: S) =>
  z.strictObject({
    data: z.array(row),
    page: z.strictObject({
      next: z.string().nullable(),
      looked: z
        .number()
        .int()
        .nonnegative()
        .optional()
        .meta({ description: 'Records that were compared with the conditions for this page' }),
    }),
  });

export interface Page<T> {
  data: T[];
  page: { next: string | null; looked?: number };
}

/** What a list asks of a repository: `cursor` is the position after which to go on, already authenticated. */
export interface PageRequest {
  cursor?: string | undefined;
  limit?: number | undefined;
}
