import type { ClientId } from '#contracts/ids.ts';
import { MOST_LEVELS } from '#contracts/schemas/family.ts';
import type { Census } from './census.ts';

/** Whoever has billing profiles has one default among them, and their number right. */
export function wrongDefaults({ clients, profiles, defaults }: Census): string[] {
  const there = new Map<ClientId, string[]>();
  for (const [id, { clientId, tombstone }] of profiles) {
    if (!tombstone) there.set(clientId, [...(there.get(clientId) ?? []), id]);
  }
  return [...new Set([...there.keys(), ...defaults.keys()])].flatMap((clientId) => {
    if (clients.get(clientId)?.destroyed) return [];
    const [own, standing] = [there.get(clientId) ?? [], defaults.get(clientId)];
    if (standing && own.includes(standing.profileId) && standing.profiles === own.length) return [];
    const said = standing ? `${standing.profileId} of ${standing.profiles}` : 'nobody';
    return [`${clientId} has ${own.length} billing profiles, and ${said} as their default`];
  });
}

/** Who stands below whom is said twice and alike, in no circle, and in no more levels than there may be. */
export function wrongFamilies({ clients, children }: Census): string[] {
  const stands = (id: string) => clients.has(id) && !clients.get(id)?.destroyed;
  const pairs = [...clients].flatMap(([id, { parentId }]) =>
    parentId && stands(parentId) ? [`${parentId} ${id}`] : [],
  );
  // What hangs on a destroyed parent goes piece by piece.
  const kept = [...children].filter((pair) => stands(pair.split(' ')[0] ?? ''));
  return [
    ...pairs.filter((pair) => !children.has(pair)).map((pair) => `${pair} is not listed at the parent`),
    ...kept.filter((pair) => !pairs.includes(pair)).map((pair) => `${pair} is listed but not so`),
    ...[...clients.keys()].flatMap((id) =>
      levelsAbove(clients, id) < MOST_LEVELS ? [] : [`${id} stands too deep, or below itself`],
    ),
  ];
}

function levelsAbove(clients: Census['clients'], id: string): number {
  let levels = 0;
  for (let at = clients.get(id)?.parentId; at && levels < MOST_LEVELS; levels += 1) {
    at = clients.get(at)?.parentId;
  }
  return levels;
}
