import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import { type Census, type Counts, emptyCensus, take } from './census.ts';
import { wrongCustomHolds } from './census-custom.ts';
import { miscountedViews } from './census-views.ts';
import type { DocumentClient } from './documents.ts';
import { miscountedBulkEdits } from './verify-bulk.ts';
import { wrongBrandNames, wrongDefaults, wrongFamilies } from './verify-companies.ts';
import { wrongReminders, wrongRequirements, wrongUses } from './verify-compliance.ts';
import { wrongGuards, wrongRoles, wrongTraits } from './verify-guards.ts';
import { strandedFollowUps, wrongNotes } from './verify-notes.ts';
import { overlappingRates } from './verify-rates.ts';
import { wrongSights } from './verify-sights.ts';

/** Each invariant in a sentence; the ids are those of the tests. */
export const invariants = {
  'INV-1': 'The counters equal a recount, those of each member too',
  'INV-2': 'Every committed version has exactly one event, and no event is without a commit',
  'INV-4': 'Every unique guard has exactly one owner, and every owner its guard',
  'INV-6': 'No key leads out of the workspace',
  'INV-9': 'Versions rise by one, without gaps',
  COPIES: 'Portal copies equal what the portal may know of their clients',
  INDEXES: 'Lists show what the records say',
  DEFAULTS: 'Whoever has billing profiles has exactly one default among them',
  FAMILIES: 'Who stands below whom is said alike on both sides, in no circle and not too deep',
  NOTES: 'A removed note has no text left, and no other lacks it',
  PROMISES: 'Whoever owes a follow-up is a member',
  RATES: 'No day has two rates of a position',
  BULK: 'A bulk edit at rest counts exactly the rows that are kept of it',
  VIEWS: 'Every shelf of saved views has as many as it counts, each where it belongs',
  SETTINGS: 'What is settled is what can be settled',
  STANDARDS: 'Every standard counts the clients that have it, each of which has it once',
  REMINDERS: 'Whatever has a deadline is reminded of it, and nothing else is',
  TRAITS: 'What clients can be known again by is what their records say',
  SIGHTS: 'Who is linked to a client, and through what, is what its projects say',
} as const;

export type Invariant = keyof typeof invariants;

export interface Breach {
  invariant: Invariant;
  what: string;
}

export interface Verification {
  items: number;
  clients: number;
  contacts: number;
  projects: number;
  rates: number;
  notes: number;
  followUps: number;
  events: number;
  /** What hangs on clients and was removed while a function died; hidden everywhere, and harmless. */
  tombstones: number;
  /** Clients that were destroyed and are being removed; hidden everywhere. */
  headstones: number;
  breaches: Breach[];
}

/**
 * Reads the whole table, the one place that may, and holds every invariant against one workspace. True of a
 * workspace at rest: what is written while it reads may look like a breach.
 */
export async function verifyWorkspace(
  client: DocumentClient,
  table: string,
  workspaceId: WorkspaceId,
): Promise<Verification> {
  const census = emptyCensus();
  const home = `w#${workspaceId}`;
  let from: Record<string, unknown> | undefined;
  do {
    const page: { Items?: Record<string, unknown>[]; LastEvaluatedKey?: Record<string, unknown> } =
      await client.send(
        new ScanCommand({
          TableName: table,
          ConsistentRead: true,
          FilterExpression: 'workspaceId = :id OR begins_with(pk, :home)',
          ExpressionAttributeValues: { ':id': workspaceId, ':home': home },
          ExclusiveStartKey: from,
        }),
      );
    for (const item of page.Items ?? []) take(census, workspaceId, item);
    from = page.LastEvaluatedKey;
  } while (from);
  return {
    items: census.items,
    clients: census.clients.size,
    contacts: census.contacts.size,
    projects: census.projects.size,
    rates: census.rates.size,
    notes: census.notes.size,
    followUps: census.followUps.size,
    events: [...census.events.values()].reduce(
      (sum, { versions }) => sum + [...versions.values()].flat().length,
      0,
    ),
    tombstones: partsOf(census).filter(([, { tombstone }]) => tombstone).length,
    headstones: [...census.clients.values()].filter(({ destroyed }) => destroyed).length,
    breaches: Object.entries(checks).flatMap(([invariant, check]) =>
      check(census).map((what) => ({ invariant: invariant as Invariant, what })),
    ),
  };
}

const checks: Record<Invariant, (census: Census) => string[]> = {
  'INV-1': ({ clients, members, counters }) => {
    const recount = new Map<string, Record<string, number>>();
    const add = (whose: string, place: string) => {
      const counts = recount.get(whose) ?? {};
      recount.set(whose, { ...counts, [place]: (counts[place] ?? 0) + 1 });
    };
    for (const { live, sample, status, seats } of clients.values()) {
      if (live && !sample) add('clients', status);
      if (live && !sample && status !== 'inactive') add('clients', 'used');
      for (const [userId, seat] of seats) add(userId, seat);
    }
    for (const { active, owner } of members.values()) {
      if (active) add('members', 'active');
      if (owner) add('members', 'owners');
    }
    return [...new Set([...counters.keys(), ...recount.keys()])].flatMap((whose) =>
      miscounted(whose, counters.get(whose) ?? {}, recount.get(whose) ?? {}),
    );
  },

  'INV-2': (census) => {
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
      const left =
        kind !== 'client' && census.clients.has(clientId) && versions.get(last)?.join() === `${kind}.deleted`;
      return left
        ? upTo(last).flatMap((at) => wrongEvents(id, at, versions.get(at) ?? []))
        : [`${id} has events but is not there`];
    });
    return [...silent, ...unfounded];
  },

  'INV-4': (census) => [
    ...wrongGuards(census),
    ...wrongRoles(census),
    ...wrongBrandNames(census),
    ...wrongCustomHolds(census),
  ],

  'INV-6': ({ strays }) => strays,

  'INV-9': (census) =>
    [...recordsOf(census)].flatMap(([id, version]) => {
      const told = [...(census.events.get(id)?.versions.keys() ?? [])];
      const last = Math.max(0, ...told);
      return last === version && told.length === version
        ? []
        : [`${id} is at ${version}, ${told.length} versions up to ${last} are told of`];
    }),

  COPIES: ({ clients, copies }) => [
    ...[...clients]
      .filter(([id, { company }]) => (copies.get(id) ?? null) !== company)
      .map(([id]) => `the copy of ${id} differs`),
    ...[...copies.keys()].filter((id) => !clients.has(id)).map((id) => `${id} is gone but has a copy`),
  ],

  INDEXES: (census) => [
    ...census.crooked.map((id) => `${id} is listed otherwise than it is`),
    ...partsOf(census)
      .filter(([, { clientId }]) => !census.clients.has(clientId))
      .map(([id]) => `${id} has no client`),
    ...[...census.clients]
      .filter(
        ([, { primaryContactId: id, destroyed }]) =>
          id && !destroyed && (census.contacts.get(id)?.tombstone ?? true),
      )
      .map(([id]) => `the primary contact of ${id} is gone`),
  ],

  DEFAULTS: wrongDefaults,

  FAMILIES: wrongFamilies,
  RATES: overlappingRates,
  BULK: miscountedBulkEdits,
  VIEWS: miscountedViews,
  SETTINGS: ({ strangeSettings }) =>
    strangeSettings.map((id) => `the settings of ${id} say what they cannot`),
  NOTES: wrongNotes,
  PROMISES: strandedFollowUps,
  STANDARDS: (census) => [...wrongUses(census), ...wrongRequirements(census)],
  REMINDERS: wrongReminders,
  TRAITS: wrongTraits,

  SIGHTS: wrongSights,
};

function miscounted(whose: string, counted: Counts, there: Counts): string[] {
  return [...new Set([...Object.keys(counted), ...Object.keys(there)])]
    .filter((place) => (counted[place] ?? 0) !== (there[place] ?? 0))
    .map(
      (place) =>
        `${place}: the counter of ${whose} says ${counted[place] ?? 0}, there are ${there[place] ?? 0}`,
    );
}

/** The version of every record that has a timeline; that of a destroyed client goes before the client does. */
const recordsOf = (census: Census): Map<string, number> => {
  const clients = [...census.clients].filter(([, { destroyed }]) => !destroyed);
  const parts = partsOf(census).filter(([, { clientId }]) => !isDestroyed(census, clientId));
  return new Map([...clients, ...parts].map(([id, { version }]) => [id, version]));
};

/** Every record that hangs on a client. */
const partsOf = ({
  contacts,
  projects,
  profiles,
  brands,
  rates,
  requirements,
  notes,
  followUps,
  settings,
  customValues,
  routings,
}: Census) => [
  ...routings,
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
