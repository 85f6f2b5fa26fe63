import { PAGE_SIZE, type Page, type PageRequest } from '#contracts/paging.ts';

/** What ElectroDB takes to read one page: its cursor is the raw last key, sealed at the edge. */
export const pageOptions = ({ cursor, limit }: PageRequest) =>
  ({ pager: 'raw', cursor: cursor ? JSON.parse(cursor) : null, limit: limit ?? PAGE_SIZE }) as const;

/** A page of mapped rows with the position after its last one. */
export function toPage<Item, Row>(
  answer: { data: Item[]; cursor: unknown },
  map: (item: Item) => Row,
): Page<Row> {
  return {
    data: answer.data.map(map),
    page: { next: answer.cursor ? JSON.stringify(answer.cursor) : null },
  };
}
