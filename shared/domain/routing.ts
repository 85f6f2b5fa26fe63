import { type ActorStamp, stamp } from '#contracts/actor.ts';
import { Refusal } from '#contracts/errors.ts';
import type { BrandId, ClientId, RoutingId } from '#contracts/ids.ts';
import { routingEvents } from '#contracts/routing.ts';
import type { Routing, RoutingChange, RoutingRule } from '#contracts/schemas/routing.ts';
import type { BrandReader } from './brands.ts';
import { type ClientReader, get as getClient, versionConflict } from './clients.ts';
import type { ContactReader } from './contacts.ts';
import type { Deps } from './deps.ts';
import { nextVersion } from './records.ts';
import { routed } from './routing-rules.ts';

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
}>;
type Writing = Deps<Reading['data'] & { routing: RoutingReader & RoutingWriter }>;

/** As many people and brands of a client are looked at: more than any has. */
const MANY = { limit: 200 };

/**
 * The rules of a client that this actor may see, and who would be written to today.
 * @throws {Refusal} `not_found`
 */
export async function get(deps: Reading, clientId: ClientId): Promise<Routing> {
  await getClient(deps, clientId);
  const [record, around] = await Promise.all([deps.data.routing.get(clientId), aroundOf(deps, clientId)]);
  return answerOf(record, around);
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
  today: string;
}

async function aroundOf({ data, clock }: Reading, clientId: ClientId): Promise<Around> {
  const [people, brands] = await Promise.all([
    data.contacts.ofClient(clientId, MANY),
    data.brands.ofClient(clientId, MANY),
  ]);
  return {
    people: people.data,
    brandIds: brands.data.map(({ id }) => id),
    today: clock.now().slice(0, 10),
  };
}

/** The rule of a brand that was removed since may stay: nobody asks for it any more. */
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
    routed: [null, ...brandIds].flatMap((brandId) =>
      routingEvents.map((event) => routed(event, brandId, { ...around, rules })),
    ),
  };
}
