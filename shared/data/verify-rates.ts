import type { Census } from './census.ts';

/** Rates of one position at one level of a client that say to end after the next one has begun. */
export function overlappingRates({ rates }: Pick<Census, 'rates'>): string[] {
  const lines = new Map<string, { id: string; from: string; to: string | null }[]>();
  for (const [id, { clientId, levelId, positionKey, from, to, tombstone }] of rates) {
    if (tombstone) continue;
    const key = `${clientId} ${levelId} ${positionKey}`;
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

/** Rates of brands and projects that are not there; one on its way out, whose item still stands, keeps its own. */
export function danglingRates({ clients, rates, brands, projects }: Census): string[] {
  const levels = new Map<string, { clientId: string }>([...brands, ...projects]);
  return [...rates].flatMap(([id, { clientId, levelId }]) =>
    levelId === null || clients.get(clientId)?.destroyed || levels.get(levelId)?.clientId === clientId
      ? []
      : [`${id} is agreed for ${levelId}, which the client does not have`],
  );
}
