import type { RecordKind } from '#contracts/events.ts';
import type { BrandId, ClientId, ProjectId, UserId, WorkspaceId } from '#contracts/ids.ts';
import { traitsOf } from '#domain/client-traits.ts';
import { companyOf } from '#domain/portal.ts';
import { type AccountTeamCensus, accountTeamTakers, emptyAccountTeams } from './census-account-team.ts';
import { type BulkCensus, bulkTakers, emptyBulk } from './census-bulk.ts';
import { type CompanyCensus, companyTakers, emptyCompanies } from './census-companies.ts';
import { type ComplianceCensus, complianceTakers, emptyCompliance } from './census-compliance.ts';
import { type ContactCensus, contactTakers, emptyContacts } from './census-contacts.ts';
import { type CustomCensus, customTakers, emptyCustom } from './census-custom.ts';
import { emptyFollowUps, type FollowUpCensus, followUpTakers } from './census-follow-ups.ts';
import { canonical, sameIndexes } from './census-indexes.ts';
import { emptyMerges, type MergeCensus, mergeTakers } from './census-merges.ts';
import { emptyNotes, type NoteCensus, noteTakers } from './census-notes.ts';
import { emptyPairs, type PairCensus, pairTakers } from './census-pairs.ts';
import { type CountedClient, type CountedProject, type CountedRate, carriedBy } from './census-records.ts';
import { emptyViews, type ViewCensus, viewTakers } from './census-views.ts';
import { Activity } from './entities/activity.ts';
import { Client } from './entities/client.ts';
import { ClientCodeGuard } from './entities/client-code.ts';
import { ClientCounts } from './entities/client-counts.ts';
import { ClientNameGuard } from './entities/client-name.ts';
import { ClientSight } from './entities/client-sight.ts';
import { ClientSightCounts } from './entities/client-sight-counts.ts';
import { ClientTrait } from './entities/client-trait.ts';
import { Member } from './entities/member.ts';
import { MemberCounts } from './entities/member-counts.ts';
import { PortalCompany } from './entities/portal-company.ts';
import { Project } from './entities/project.ts';
import { clientOf, Rate } from './entities/rate.ts';
import { hashOf } from './keys.ts';
import { nameHashOf } from './repositories/client-names.ts';
import { seatsOf, toSight } from './repositories/client-sights.ts';
import { keptFromItem, toItem } from './repositories/clients.ts';
import { indexKeys, indexNames } from './table.ts';

type Item = Record<string, unknown>;
/** Places of a counter; one that was never counted up is absent. */
export type Counts = Readonly<Record<string, number>>;

/** One workspace as its items tell it, gathered in one pass over the table. */
export interface Census
  extends CompanyCensus,
    ContactCensus,
    NoteCensus,
    FollowUpCensus,
    AccountTeamCensus,
    BulkCensus,
    ViewCensus,
    PairCensus,
    ComplianceCensus,
    CustomCensus,
    MergeCensus {
  clients: Map<string, CountedClient>;
  projects: Map<ProjectId, CountedProject>;
  rates: Map<string, CountedRate>;
  /** By `clientId userId`: through which projects, and what the sight carries. */
  sights: Map<string, { projectIds: readonly ProjectId[]; carried: string }>;
  /** Clients by the code that a guard holds for them; projects and brands by `clientId kind nameHash`. */
  codes: Map<string, string>;
  /** What clients can be known again by, as the index says: `clientId kind hash`. */
  traits: Set<string>;
  names: Map<string, ProjectId | BrandId>;
  copies: Map<string, string>;
  /** Per record the types of its events by version. */
  events: Map<string, { kind: RecordKind; clientId: ClientId; versions: Map<number, string[]> }>;
  members: Map<UserId, { active: boolean; owner: boolean }>;
  /** Counters by whose they are: `clients` and `members` of the workspace, and each member's own. */
  counters: Map<string, Counts>;
  /** Items whose keys lead out of the workspace, and items whose indexes tell another story. */
  strays: string[];
  crooked: string[];
  items: number;
}

export const emptyCensus = (): Census => ({
  clients: new Map(),
  projects: new Map(),
  rates: new Map(),
  sights: new Map(),
  codes: new Map(),
  traits: new Set(),
  names: new Map(),
  copies: new Map(),
  events: new Map(),
  members: new Map(),
  counters: new Map(),
  strays: [],
  crooked: [],
  items: 0,
  ...emptyCompanies(),
  ...emptyContacts(),
  ...emptyBulk(),
  ...emptyViews(),
  ...emptyPairs(),
  ...emptyNotes(),
  ...emptyFollowUps(),
  ...emptyAccountTeams(),
  ...emptyCompliance(),
  ...emptyCustom(),
  ...emptyMerges(),
});

/** Adds one item of the table; those of other workspaces are none of its business. */
export function take(census: Census, workspaceId: WorkspaceId, item: Item): void {
  const home = `w#${workspaceId}`;
  const within = (key: unknown) => typeof key === 'string' && (key === home || key.startsWith(`${home}#`));
  const partitions = [item.pk, ...indexNames.map((name) => item[indexKeys(name).pk])].filter(
    (key) => key !== undefined,
  );
  if (item.workspaceId !== workspaceId && !partitions.some(within)) return;
  census.items += 1;
  if (item.workspaceId !== workspaceId || !partitions.every(within)) {
    census.strays.push(`${item.pk} ${item.sk}`);
    if (item.workspaceId !== workspaceId || !within(item.pk)) return;
  }
  const kind = item.__edb_e__ as string;
  if (Object.hasOwn(takers, kind)) takers[kind]?.(census, workspaceId, item);
}

const takers: Record<string, (census: Census, workspaceId: WorkspaceId, Item: Item) => void> = {
  ...companyTakers,
  ...contactTakers,
  ...bulkTakers,
  ...viewTakers,
  ...pairTakers,
  ...noteTakers,
  ...followUpTakers,
  ...accountTeamTakers,
  ...complianceTakers,
  ...customTakers,
  ...mergeTakers,
  client(census, workspaceId, Item) {
    const { data } = Client.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const kept = keptFromItem(data);
    const expected = Client.create(toItem(workspaceId, kept)).params<{ Item: Item }>({ table: '-' }).Item;
    if (!sameIndexes(Item, expected)) census.crooked.push(kept.id);
    // What points elsewhere counts nowhere, as little as what is in the trash, and nobody knows it again.
    const client = kept.merged ? { ...kept, deletedAt: kept.merged.mergedAt } : kept;
    const company = companyOf(client);
    census.clients.set(client.id, {
      version: client.version,
      code: client.code,
      traits: kept.merged ? [] : traitsOf(client).map(({ kind, value }) => `${kind} ${hashOf(value)}`),
      status: client.status,
      live: !client.deletedAt,
      destroyed: client.destroyedAt !== null,
      mergedInto: kept.merged?.mergedInto ?? null,
      parentId: client.parentId,
      company: company && canonical(company),
      primaryContactId: client.primaryContactId,
      linkedIds: client.linkedIds,
      sample: client.sample,
      seats: seatsOf(client),
      sight:
        client.linkedIds.length > 0
          ? carriedBy(toSight(workspaceId, client, client.ownerId, new Set()))
          : null,
    });
  },
  clientSight(census, _, Item) {
    const { data } = ClientSight.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const expected = ClientSight.create(data).params<{ Item: Item }>({ table: '-' }).Item;
    if (!sameIndexes(Item, expected)) census.crooked.push(`a sight of ${data.clientId}`);
    const projectIds = [...(data.projectIds as ReadonlySet<ProjectId>)].sort();
    census.sights.set(`${data.clientId} ${data.userId}`, { projectIds, carried: carriedBy(data) });
  },
  project(census, _, Item) {
    const { data } = Project.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const tombstone = data.deletedAt !== undefined;
    census.projects.set(data.projectId, {
      clientId: data.clientId,
      version: data.version,
      nameHash: tombstone ? null : nameHashOf(data.name),
      memberIds: tombstone ? [] : data.memberIds,
      tombstone,
    });
  },
  rate(census, _, Item) {
    const { data } = Rate.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { version, levelId = null, positionKey, effectiveFrom: from, effectiveTo: to = null } = data;
    const tombstone = data.deletedAt !== undefined;
    const clientId = clientOf(data);
    census.rates.set(data.rateId, { clientId, levelId, version, positionKey, from, to, tombstone });
  },
  clientName(census, _, Item) {
    const { data } = ClientNameGuard.parse({ Item });
    if (data) census.names.set(`${data.clientId} ${data.kind} ${data.nameHash}`, data.holderId);
  },
  clientCode(census, _, Item) {
    const { data } = ClientCodeGuard.parse({ Item });
    if (data) census.codes.set(data.code, data.clientId);
  },
  clientTrait(census, _, Item) {
    const { data } = ClientTrait.parse({ Item });
    if (data) census.traits.add(`${data.clientId} ${data.kind} ${data.hash}`);
  },
  portalCompany(census, _, Item) {
    const { data } = PortalCompany.parse({ Item });
    if (data) census.copies.set(data.clientId, canonical(data.company));
  },
  clientCounts(census, _, Item) {
    census.counters.set('clients', countsIn(ClientCounts.parse({ Item }).data));
  },
  clientSightCounts(census, _, Item) {
    const { data } = ClientSightCounts.parse({ Item });
    if (data) census.counters.set(data.userId, countsIn(data));
  },
  memberCounts(census, _, Item) {
    census.counters.set('members', countsIn(MemberCounts.parse({ Item }).data));
  },
  member(census, _, Item) {
    const { data } = Member.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const active = data.status === 'active';
    census.members.set(data.userId, { active, owner: active && data.role === 'owner' });
  },
  activity(census, _, Item) {
    const { data } = Activity.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { record, type } = data.row;
    const told = census.events.get(record.id) ?? {
      kind: record.kind,
      clientId: data.clientId,
      versions: new Map<number, string[]>(),
    };
    census.events.set(record.id, told);
    const version = Number(data.order);
    told.versions.set(version, [...(told.versions.get(version) ?? []), type]);
  },
};

const countsIn = (data: object | null | undefined): Counts =>
  Object.fromEntries(
    Object.entries(data ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
