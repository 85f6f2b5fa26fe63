import type { Census } from './census.ts';

/** Rates of one position of a client that say to end after the next one has begun. */
export function overlappingRates({ rates }: Pick<Census, 'rates'>): string[] {
  const lines = new Map<string, { id: string; from: string; to: string | null }[]>();
  for (const [id, { clientId, positionKey, from, to, tombstone }] of rates) {
    if (tombstone) continue;
    const key = `${clientId} ${positionKey}`;
    lines.set(key, [...(lines.get(key) ?? []), { id, from, to }]);
  }
  return [...lines.values()].flatMap((line) =>
    line
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .flatMap(({ id, to }, n) => {
        const next = line[n + 1];
        return next && to !== null && to >= next.from ? [`${id} overlaps ${next.id}`] : [];
      }),
  );
}
