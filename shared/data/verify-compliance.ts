import type { ClientId } from '#contracts/ids.ts';
import type { Census } from './census.ts';

const stands = ({ clients }: Census, clientId: ClientId) => !clients.get(clientId)?.destroyed;

/** A standard counts as many requirements as name it, those of clients that are being removed included. */
export function wrongUses({ standards, requirements }: Census): string[] {
  const counted = new Map<string, number>();
  for (const { standardKey, tombstone } of requirements.values()) {
    if (!tombstone) counted.set(standardKey, (counted.get(standardKey) ?? 0) + 1);
  }
  return [...new Set([...standards.keys(), ...counted.keys()])].flatMap((key) => {
    const [said, there] = [standards.get(key), counted.get(key) ?? 0];
    return said === there ? [] : [`the standard ${key} counts ${said ?? 'nothing'}, ${there} have it`];
  });
}

/** Every requirement holds its standard at its client, and no standard is held for anybody else. */
export const wrongRequirements = (census: Census): string[] => [
  ...[...census.requirements]
    .filter(([, { clientId, tombstone }]) => !tombstone && stands(census, clientId))
    .filter(([id, { clientId, standardKey }]) => census.required.get(`${clientId} ${standardKey}`) !== id)
    .map(([id]) => `${id} does not hold its standard`),
  ...[...census.required]
    .filter(([key]) => stands(census, key.split(' ')[0] as ClientId))
    .filter(([, id]) => census.requirements.get(id)?.tombstone ?? true)
    .map(([key, id]) => `a standard at ${key} is held for ${id}`),
];

/** Each deadline has its reminder, of that day, and each reminder its deadline. */
export function wrongReminders(census: Census): string[] {
  const { requirements, reminders } = census;
  return [...new Set([...requirements.keys(), ...reminders.keys()])].flatMap((id) => {
    const clientId = requirements.get(id)?.clientId ?? reminders.get(id)?.clientId;
    if (clientId && !stands(census, clientId)) return [];
    const [wanted, there] = [requirements.get(id)?.reminding ?? null, reminders.get(id)?.reminding ?? null];
    return wanted === there ? [] : [`${id} is reminded of ${there}, and should be of ${wanted}`];
  });
}
