import type { ClientId, ProjectId } from '#contracts/ids.ts';
import type { Census } from './census.ts';

/** Who is linked to a client is said by its projects, by the client and by the sight, all alike. */
export function wrongSights(census: Pick<Census, 'clients' | 'projects' | 'sights'>): string[] {
  const { clients, projects } = census;
  // What hangs on a destroyed client goes piece by piece.
  const stands = (clientId: ClientId) => !clients.get(clientId)?.destroyed;
  const sights = new Map([...census.sights].filter(([key]) => stands(key.split(' ')[0] as ClientId)));
  const due = new Map<string, ProjectId[]>();
  for (const [projectId, { clientId, memberIds }] of projects) {
    if (!stands(clientId)) continue;
    for (const userId of memberIds) {
      const key = `${clientId} ${userId}`;
      due.set(key, [...(due.get(key) ?? []), projectId]);
    }
  }
  const links = [...clients].flatMap(([id, { destroyed, linkedIds }]) =>
    destroyed ? [] : linkedIds.map((userId) => `${id} ${userId}`),
  );
  const [linked, keys] = [new Set(links), new Set([...links, ...due.keys(), ...sights.keys()])];
  return [...keys].flatMap((key) => {
    const [through, sight] = [due.get(key)?.sort().join(), sights.get(key)];
    const isRight = linked.has(key) && through !== undefined && sight?.projectIds.join() === through;
    if (!isRight) return [`${key} are linked otherwise than their projects say`];
    const carried = clients.get(key.split(' ')[0] as ClientId)?.sight;
    return sight?.carried === carried ? [] : [`the sight ${key} differs from the client`];
  });
}
