import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { WorkspaceId } from '#contracts/ids.ts';
import { type Census, type Counts, emptyCensus, take } from './census.ts';
import { wrongCustomHolds, wrongPortalFields } from './census-custom.ts';
import { wrongPairs } from './census-pairs.ts';
import { miscountedViews } from './census-views.ts';
import type { DocumentClient } from './documents.ts';
import { miscountedBulkEdits } from './verify-bulk.ts';
import { wrongDefaults, wrongFamilies } from './verify-companies.ts';
import { wrongReminders, wrongRequirements, wrongUses } from './verify-compliance.ts';
import { partsOf, wrongTimelines, wrongVersions } from './verify-events.ts';
import { lostBrands, wrongGuards, wrongNames, wrongPasts, wrongRoles, wrongTraits } from './verify-guards.ts';
import { wrongMerges } from './verify-merges.ts';
import { strandedFollowUps, strandedPlaces, wrongNotes } from './verify-notes.ts';
import { danglingRates, overlappingRates } from './verify-rates.ts';
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
  BRANDS: 'Nobody stands for a brand that is gone, and no rule does',
  RATES: 'No day has two rates of a position at one level, and no rate outlives its level',
  BULK: 'A bulk edit at rest counts exactly the rows that are kept of it',
  VIEWS: 'Every shelf of saved views has as many as it counts, each where it belongs',
  SETTINGS: 'What is settled is what can be settled',
  STANDARDS: 'Every standard counts the clients that have it, each of which has it once',
  REMINDERS: 'Whatever has a deadline is reminded of it, and nothing else is',
  MERGES: 'Whoever was merged points to a client, in no circle, and nothing hangs on him once that is done',
  TRAITS: 'What clients can be known again by is what their records say',
  PAIRS: 'Two clients are a pair by what both have, and by all of it that is not common',
  ROLES: 'What is kept of what people were is somebody’s, and in order',
  TEAMS: 'Whoever is on the team of a client is a member',
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
  pairs: number;
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
    pairs: census.pairs.size,
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

  'INV-2': wrongTimelines,

  'INV-4': (census) => [
    ...wrongGuards(census),
    ...wrongRoles(census),
    ...wrongNames(census),
    ...wrongCustomHolds(census),
  ],

  'INV-6': ({ strays }) => strays,

  'INV-9': wrongVersions,

  COPIES: (census) => [...wrongCopies(census), ...wrongPortalFields(census)],

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
  BRANDS: lostBrands,
  RATES: (census) => [...overlappingRates(census), ...danglingRates(census)],
  BULK: miscountedBulkEdits,
  VIEWS: miscountedViews,
  SETTINGS: ({ strangeSettings }) =>
    strangeSettings.map((id) => `the settings of ${id} say what they cannot`),
  NOTES: wrongNotes,
  PROMISES: strandedFollowUps,
  STANDARDS: (census) => [...wrongUses(census), ...wrongRequirements(census)],
  REMINDERS: wrongReminders,
  MERGES: wrongMerges,
  TRAITS: wrongTraits,
  ROLES: wrongPasts,
  TEAMS: strandedPlaces,

  PAIRS: wrongPairs,
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

const wrongCopies = ({ clients, copies }: Census): string[] => [
  ...[...clients]
    .filter(([id, { company }]) => (copies.get(id) ?? null) !== company)
    .map(([id]) => `the copy of ${id} differs`),
  ...[...copies.keys()].filter((id) => !clients.has(id)).map((id) => `${id} is gone but has a copy`),
];
