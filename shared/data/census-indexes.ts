import { indexKeys, indexNames } from './table.ts';

type Item = Record<string, unknown>;

/** What an index carries or is sorted by. */
const indexed = ['row', 'shelf', 'nameKey', ...indexNames.flatMap((name) => Object.values(indexKeys(name)))];

/** The order of fields inside a map is nobody's promise. */
export const canonical = (value: object): string => JSON.stringify(sorted(value));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

/** Whether two items stand in the same places of the indexes, with the same carried along. */
export const sameIndexes = (item: Item, expected: Item) =>
  indexed.every((name) => canonical({ value: item[name] }) === canonical({ value: expected[name] }));
