import type { ClientId } from '#contracts/ids.ts';
import type { Census } from './census.ts';

/** Every committed version has exactly one event, and no event is without a commit. */
export function wrongTimelines(census: Census): string[] {
  const records = recordsOf(census);
  const silent = [...records].flatMap(([id, version]) => {
    const told = census.events.get(id)?.versions;
    return upTo(version).flatMap((at) => wrongEvents(id, at, told?.get(at) ?? []));
  });
  const unfounded = [...census.events].flatMap(([id, { kind, clientId, versions }]) => {
    if (isDestroyed(census, clientId)) return [];
    const last = Math.max(...versions.keys());
    const version = records.get(id);
    if (version !== undefined) return last > version ? [`${id} has an event of version ${last}`] : [];
    // What hangs on a client leaves nothing but its timeline, which then ends with its going.
    // What was folded into a record of the survivor leaves all that was told of it.
    if (kind !== 'client' && census.clients.get(clientId)?.mergedInto) {
      return upTo(last).flatMap((at) => wrongEvents(id, at, versions.get(at) ?? []));
    }
    const left =
      kind !== 'client' && census.clients.has(clientId) && versions.get(last)?.join() === `${kind}.deleted`;
    return left
      ? upTo(last).flatMap((at) => wrongEvents(id, at, versions.get(at) ?? []))
      : [`${id} has events but is not there`];
  });
  return [...silent, ...unfounded];
}

/** Versions rise by one, without gaps. */
export const wrongVersions = (census: Census): string[] =>
  [...recordsOf(census)].flatMap(([id, version]) => {
    const told = [...(census.events.get(id)?.versions.keys() ?? [])];
    const last = Math.max(0, ...told);
    return last === version && told.length === version
      ? []
      : [`${id} is at ${version}, ${told.length} versions up to ${last} are told of`];
  });

/** The version of every record that has a timeline; that of a destroyed client goes before the client does. */
const recordsOf = (census: Census): Map<string, number> => {
  const clients = [...census.clients].filter(([, { destroyed }]) => !destroyed);
  const parts = partsOf(census).filter(([, { clientId }]) => !isDestroyed(census, clientId));
  return new Map([...clients, ...parts].map(([id, { version }]) => [id, version]));
};

/** Every record that hangs on a client. */
export const partsOf = ({
  contacts,
  projects,
  profiles,
  brands,
  rates,
  requirements,
  proposals,
  notes,
  followUps,
  settings,
  customValues,
  routings,
  mergeRecords,
  places,
}: Census) => [
  ...mergeRecords,
  ...routings,
  ...places,
  ...followUps,
  ...notes,
  ...customValues,
  ...rates,
  ...settings,
  ...contacts,
  ...projects,
  ...profiles,
  ...brands,
  ...requirements,
  ...proposals,
];

const isDestroyed = ({ clients }: Census, clientId: ClientId) => clients.get(clientId)?.destroyed ?? false;

const upTo = (version: number) => Array.from({ length: version }, (_, at) => at + 1);

/** One event a version; an edit that also moved the status is told as two. */
function wrongEvents(id: string, version: number, types: readonly string[]): string[] {
  if (types.length === 1) return [];
  const both =
    types.length === 2 &&
    types.some((type) => type.endsWith('.updated')) &&
    types.some((type) => type.endsWith('.status_changed'));
  return both ? [] : [`version ${version} of ${id} has ${types.length} events`];
}
