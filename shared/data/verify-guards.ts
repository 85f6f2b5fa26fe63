import type { Census } from './census.ts';

/** Every guard has exactly one owner, and every owner its guard. */
export const wrongGuards = ({ clients, contacts, projects, codes, emails, names }: Census): string[] => [
  ...[...codes]
    .filter(([code, id]) => clients.get(id)?.code !== code)
    .map(([code, id]) => `code ${code} is held for ${id}`),
  ...[...clients]
    .filter(([id, { code }]) => code && codes.get(code) !== id)
    .map(([id, { code }]) => `${id} does not hold ${code}`),
  ...[...emails]
    .filter(([key, id]) => !holdsEmail(contacts.get(id), key))
    .filter(([key]) => !clients.get(key.split(' ')[0] ?? '')?.destroyed)
    .map(([key, id]) => `an address of ${key.split(' ')[0]} is held for ${id}`),
  ...[...contacts].flatMap(([id, { clientId, emailHashes }]) =>
    emailHashes
      .filter(() => !clients.get(clientId)?.destroyed)
      .filter((hash) => emails.get(`${clientId} ${hash}`) !== id)
      .map(() => `${id} does not hold an address of its own`),
  ),
  ...[...names]
    .filter(([key, id]) => key !== `${projects.get(id)?.clientId} ${projects.get(id)?.nameHash}`)
    .map(([key, id]) => `a name at ${key.split(' ')[0]} is held for ${id}`),
  ...[...projects]
    .filter(([id, { clientId, nameHash }]) => nameHash && names.get(`${clientId} ${nameHash}`) !== id)
    .map(([id]) => `${id} does not hold its name`),
];

const holdsEmail = (contact: { clientId: string; emailHashes: string[] } | undefined, key: string) =>
  contact?.emailHashes.some((hash) => `${contact.clientId} ${hash}` === key) ?? false;

/** Every trait of a client is in the index, and no other. What hangs on a destroyed one goes piece by piece. */
export function wrongTraits({ clients, traits }: Census): string[] {
  const due = new Set<string>();
  for (const [id, client] of clients) {
    if (!client.destroyed) for (const trait of client.traits) due.add(`${id} ${trait}`);
  }
  const isGoing = (key: string) => clients.get(key.split(' ')[0] ?? '')?.destroyed ?? false;
  return [
    ...[...due].filter((key) => !traits.has(key)).map((key) => `${key} is not in the index`),
    ...[...traits]
      .filter((key) => !due.has(key) && !isGoing(key))
      .map((key) => `${key} is in the index still`),
  ];
}

/** A role of which a client has one is held for the one contact that has it. */
export function wrongRoles({ clients, contacts, roles }: Census): string[] {
  const stands = (clientId: string) => clients.get(clientId)?.destroyed === false;
  const due = [...contacts].flatMap(([id, { clientId, roles: flags }]) =>
    flags.filter(() => stands(clientId)).map((flag) => [`${clientId} ${flag}`, id] as const),
  );
  const has = new Set(due.map(([place, id]) => `${place} ${id}`));
  return [
    ...due
      .filter(([place, id]) => roles.get(place) !== id)
      .map(([place, id]) => `${place} is not held for ${id}`),
    ...[...roles]
      .filter(([place, id]) => stands(place.split(' ')[0] ?? '') && !has.has(`${place} ${id}`))
      .map(([place, id]) => `${place} is held for ${id}, who has it not`),
  ];
}
