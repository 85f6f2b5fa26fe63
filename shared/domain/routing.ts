import { type ActorStamp, stamp } from '#contracts/actor.ts';
import { soleFlags } from '#contracts/contact-flags.ts';
import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { BrandId, ClientId, ContactId, RoutingId } from '#contracts/ids.ts';
import { type RoutingEvent, routingEvents } from '#contracts/routing.ts';
import type { Leaving, Routing, RoutingChange, RoutingRule } from '#contracts/schemas/routing.ts';
import type { BrandReader } from './brands.ts';
import { type ClientReader, get as getClient, versionConflict } from './clients.ts';
import { hasLeft, todayOf } from './contact-roles.ts';
import type { ContactReader } from './contact-store.ts';
import type { Deps } from './deps.ts';
import { nextVersion } from './records.ts';
import { routed } from './routing-rules.ts';
import type { WorkspaceReader } from './workspaces.ts';

/** The rules of a client as kept; a client without any follows the house. */
export interface RoutingRecord {
  id: RoutingId;
  clientId: ClientId;
  version: number;
  rules: RoutingRule[];
  createdAt: string;
  updatedAt: string;
  updatedBy: ActorStamp;
}

export interface RoutingReader {
  get(clientId: ClientId): Promise<RoutingRecord | null>;
}

export interface RoutingWriter {
  /** @throws {Refusal} `version_conflict` */
  put(before: RoutingRecord | null, after: RoutingRecord, answer: Routing): Promise<void>;
}

type Reading = Deps<{
  clients: ClientReader;
  contacts: ContactReader;
  brands: BrandReader;
  routing: RoutingReader;
  workspaces: WorkspaceReader;
}>;
type Writing = Deps<Reading['data'] & { routing: RoutingReader & RoutingWriter }>;

/** As many people and brands of a client are looked at; that there are more is said. */
const MANY = { limit: 200 };

/**
 * The rules of a client that this actor may see, and who would be written to on a day; today unless said.
 * @throws {Refusal} `not_found`, `validation_failed` for a day that is over: rules are kept as they are now only
 */
export async function get(deps: Reading, clientId: ClientId, on?: string): Promise<Routing> {
  await getClient(deps, clientId);
  const [record, around] = await Promise.all([deps.data.routing.get(clientId), aroundOf(deps, clientId, on)]);
  return answerOf(record, around);
}

/**
 * What is open with a contact of a client that this actor may see, as if the last day were over: places that
 * only he has, and what would reach nobody any more.
 * @throws {Refusal} `not_found`
 */
export async function leaving(deps: Reading, clientId: ClientId, contactId: ContactId): Promise<Leaving> {
  const client = await getClient(deps, clientId);
  const [record, around] = await Promise.all([deps.data.routing.get(clientId), aroundOf(deps, clientId)]);
  const { people, brandIds, day, partial } = around;
  const leaver = people.find(({ id }) => id === contactId);
  if (!leaver) throw notFound('no such contact at this client');
  const others = people.filter(({ id }) => id !== contactId);
  const rules = record?.rules ?? [];
  const staying = [...others, { ...leaver, leftOn: null, away: null }];
  const send = (among: Around['people'], event: RoutingEvent, brandId: BrandId | null) =>
    routed(event, brandId, { rules, people: among, day });
  const stranded = [null, ...brandIds].flatMap((brandId) =>
    routingEvents
      .map((event) => send(staying, event, brandId))
      .filter(({ event, to }) => to.length > 0 && send(others, event, brandId).to.length === 0),
  );
  const lacking = new Set<string>([...soleFlags, ...stranded.flatMap(({ roles }) => roles.to)]);
  return {
    primary: client.primaryContactId === contactId,
    roles: leaver.flags.filter((flag) => lacking.has(flag)),
    stranded: stranded.map(({ event, brandId }) => ({ event, brandId })),
    heirs: others.filter((one) => !hasLeft(one, day)).map(({ id, name }) => ({ id, name })),
    partial,
    deputyOf: others.flatMap(({ name, away }) =>
      away && away.deputyId === contactId && away.until >= day ? [{ name, until: away.until }] : [],
    ),
  };
}

/**
 * Changes the rules of a client, all of them at once.
 * @throws {Refusal} `not_found`, `version_conflict`, `validation_failed` for brands of others
 */
export async function update(
  deps: Writing,
  clientId: ClientId,
  { rules }: RoutingChange,
  expected: number,
): Promise<Routing> {
  await getClient(deps, clientId);
  const [before, around] = await Promise.all([deps.data.routing.get(clientId), aroundOf(deps, clientId)]);
  if ((before?.version ?? 0) !== expected) {
    throw before ? versionConflict(before) : new Refusal('version_conflict', { extra: { version: 0 } });
  }
  assertBrands(rules, before?.rules ?? [], around.brandIds);
  const after = nextRecord(deps, clientId, before, rules);
  if (after === before || !after) return answerOf(before, around);
  const answer = answerOf(after, around);
  await deps.data.routing.put(before, after, answer);
  return answer;
}

interface Around {
  brandIds: BrandId[];
  people: Awaited<ReturnType<ContactReader['ofClient']>>['data'];
  day: string;
  /** Whether there are more people or brands than were looked at. */
  partial: boolean;
}

async function aroundOf(deps: Reading, clientId: ClientId, on?: string): Promise<Around> {
  const { data } = deps;
  const [people, brands, today] = await Promise.all([
    data.contacts.ofClient(clientId, MANY),
    data.brands.ofClient(clientId, MANY),
    todayOf(deps),
  ]);
  if (on !== undefined && on < today) throw invalidField('?on', 'over', 'must not be before today');
  return {
    people: people.data,
    brandIds: brands.data.map(({ id }) => id),
    day: on ?? today,
    partial: people.page.next !== null || brands.page.next !== null,
  };
}

/** Rules are for brands of this very client. Those that it has rules for already need not be looked for. */
function assertBrands(
  rules: readonly RoutingRule[],
  kept: readonly RoutingRule[],
  brandIds: readonly BrandId[],
): void {
  const known = new Set([...brandIds, ...kept.map(({ brandId }) => brandId)]);
  const errors = rules.flatMap(({ brandId }, at) =>
    brandId === null || known.has(brandId)
      ? []
      : [
          {
            pointer: `/rules/${at}/brandId`,
            code: 'unknown_brand',
            message: 'must be a brand of this client',
          },
        ],
  );
  if (errors.length > 0) throw new Refusal('validation_failed', { errors });
}

function nextRecord(
  deps: Writing,
  clientId: ClientId,
  before: RoutingRecord | null,
  rules: RoutingRule[],
): RoutingRecord | null {
  if (before) return nextVersion(deps, before, { ...before, rules });
  if (rules.length === 0) return null;
  const now = deps.clock.now();
  return {
    id: deps.ids.next('routing'),
    clientId,
    version: 1,
    rules,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(deps.actor),
  };
}

function answerOf(record: RoutingRecord | null, { brandIds, ...around }: Around): Routing {
  const rules = record?.rules ?? [];
  return {
    version: record?.version ?? 0,
    rules,
    on: around.day,
    partial: around.partial,
    routed: [null, ...brandIds].flatMap((brandId) =>
      routingEvents.map((event) => routed(event, brandId, { ...around, rules })),
    ),
  };
}
