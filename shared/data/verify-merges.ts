import type { ClientId } from '#contracts/ids.ts';
import type { Census } from './census.ts';
import { partsOf } from './verify-events.ts';

/** Whoever was merged points to a client that is there, in no circle; once the merge is done nothing hangs on him. */
export function wrongMerges(census: Census): string[] {
  const { clients, mergeRecords } = census;
  const pointers = [...clients].filter(([, { mergedInto, destroyed }]) => mergedInto && !destroyed);
  const merges = [...mergeRecords].filter(([, { clientId }]) => !clients.get(clientId)?.destroyed);
  return [
    ...pointers.flatMap(([id, { mergedInto }]) => [
      ...(endOf(clients, id as ClientId) ? [] : [`${id} was merged into nothing`]),
      ...(merges.some(
        ([, merge]) => merge.loserId === id && merge.clientId === mergedInto && isOn(merge.state),
      )
        ? []
        : [`${id} points to ${mergedInto}, and no merge says so`]),
    ]),
    ...merges
      .filter(
        ([, { loserId, clientId, state }]) => isOn(state) && clients.get(loserId)?.mergedInto !== clientId,
      )
      .map(([id, { loserId }]) => `${id} merged ${loserId}, which points elsewhere`),
    ...leftBehind(census).map((id) => `${id} was left behind at a client that was merged`),
  ];
}

const isOn = (state: string) => state === 'moving' || state === 'done';

/** The client at the end of the way; null for one that leads nowhere, or round in a circle. */
function endOf(clients: Census['clients'], id: ClientId): ClientId | null {
  let at: ClientId = id;
  for (let steps = 0; steps <= clients.size; steps += 1) {
    const client = clients.get(at);
    if (!client || client.destroyed) return null;
    if (!client.mergedInto) return at;
    at = client.mergedInto;
  }
  return null;
}

function leftBehind(census: Census): string[] {
  const done = new Set(
    [...census.mergeRecords.values()].filter(({ state }) => state === 'done').map(({ loserId }) => loserId),
  );
  const isPointer = (id: string) => done.has(id as ClientId) && census.clients.get(id)?.mergedInto;
  const records = new Set([...census.mergeRecords.keys()] as string[]);
  const parts = partsOf(census)
    .filter(([id, { clientId }]) => isPointer(clientId) && !records.has(id))
    .map(([id]) => id as string);
  const places = [
    ...census.names.keys(),
    ...census.emails.keys(),
    ...census.sights.keys(),
    ...census.children,
  ];
  return [...parts, ...places.filter((place) => isPointer(place.split(' ')[0] ?? ''))];
}
