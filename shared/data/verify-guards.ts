import type { Census } from './census.ts';

/** Every guard has exactly one owner, and every owner its guard. */
export const wrongGuards = ({ clients, contacts, codes, emails }: Census): string[] => [
  ...[...codes]
    .filter(([code, id]) => clients.get(id)?.code !== code)
    .map(([code, id]) => `code ${code} is held for ${id}`),
  ...[...clients]
    .filter(([id, { code }]) => code && codes.get(code) !== id)
    .map(([id, { code }]) => `${id} does not hold ${code}`),
  ...[...emails]
    .filter(([key, id]) => !holdsEmail(contacts.get(id), key))
    .filter(([key]) => !isGoing(clients, key))
    .map(([key, id]) => `an address of ${key.split(' ')[0]} is held for ${id}`),
  ...[...contacts].flatMap(([id, { clientId, emailHashes }]) =>
    emailHashes
      .filter(() => !isGoing(clients, clientId))
      .filter((hash) => emails.get(`${clientId} ${hash}`) !== id)
      .map(() => `${id} does not hold an address of its own`),
  ),
];

const holdsEmail = (contact: { clientId: string; emailHashes: string[] } | undefined, key: string) =>
  contact?.emailHashes.some((hash) => `${contact.clientId} ${hash}` === key) ?? false;

/** Every trait of a client is in the index, and no other. */
export function wrongTraits({ clients, traits }: Census): string[] {
  const due = new Set<string>();
  for (const [id, client] of clients) {
    if (!client.destroyed) for (const trait of client.traits) due.add(`${id} ${trait}`);
  }
  return [
    ...[...due].filter((key) => !traits.has(key)).map((key) => `${key} is not in the index`),
    ...[...traits]
      .filter((key) => !due.has(key) && !isGoing(clients, key))
      .map((key) => `${key} is in the index still`),
  ];
}

/** A role of which a client has one is held for the one contact that has it. */
export function wrongRoles({ clients, contacts, roles }: Census): string[] {
  const due = [...contacts].flatMap(([id, { clientId, roles: flags }]) =>
    flags.filter(() => !isGoing(clients, clientId)).map((flag) => [`${clientId} ${flag}`, id] as const),
  );
  const has = new Set(due.map(([place, id]) => `${place} ${id}`));
  return [
    ...due
      .filter(([place, id]) => roles.get(place) !== id)
      .map(([place, id]) => `${place} is not held for ${id}`),
    ...[...roles]
      .filter(([place, id]) => !has.has(`${place} ${id}`) && !isGoing(clients, place))
      .map(([place, id]) => `${place} is held for ${id}, who has it not`),
  ];
}

/** A name is held for the one project or brand of the client that has it. */
export function wrongNames({ clients, projects, brands, names }: Census): string[] {
  const due = new Map<string, string>();
  for (const [kind, all] of [
    ['project', projects],
    ['brand', brands],
  ] as const) {
    for (const [id, { clientId, nameHash }] of all) {
      if (nameHash && !isGoing(clients, clientId)) due.set(`${clientId} ${kind} ${nameHash}`, id);
    }
  }
  return [
    ...[...due]
      .filter(([place, id]) => names.get(place) !== id)
      .map(([, id]) => `${id} does not hold its name`),
    ...[...names]
      .filter(([place, id]) => due.get(place) !== id && !isGoing(clients, place))
      .map(([place, id]) => `a name at ${place.split(' ')[0]} is held for ${id}`),
  ];
}

/** Whoever stands for a brand, and whatever is ruled for one, names a brand of the client that stands. */
export const lostBrands = ({ clients, contacts, routings, brands }: Census): string[] =>
  [...contacts, ...routings].flatMap(([id, { clientId, brandIds }]) =>
    brandIds
      .filter((brandId) => {
        const brand = brands.get(brandId);
        return brand?.clientId !== clientId || brand.tombstone;
      })
      .filter(() => !isGoing(clients, clientId))
      .map((brandId) => `${id} stands for ${brandId}, which is gone`),
  );

/** What hangs on a destroyed client goes piece by piece; `place` begins with the client's id. */
const isGoing = (clients: Census['clients'], place: string) =>
  clients.get(place.split(' ')[0] ?? '')?.destroyed ?? false;

/** What is kept of somebody who is gone, or in another order than that of the days. */
export const wrongPasts = ({ pasts, contacts }: Pick<Census, 'pasts' | 'contacts'>): string[] =>
  [...pasts]
    .filter(([id, days]) => {
      const isOrdered = days.every((day, at) => at === 0 || (days[at - 1] ?? '') < day);
      return !isOrdered || (contacts.get(id)?.tombstone ?? true);
    })
    .map(([id]) => `the past of ${id} is nobody’s, or in disorder`);
