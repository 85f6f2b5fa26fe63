import { stamp } from '#contracts/actor.ts';
import { dayBefore } from '#contracts/days.ts';
import { Refusal } from '#contracts/errors.ts';
import type { BrandId, ClientId } from '#contracts/ids.ts';
import type { AloneChoice, Brand, BrandUses } from '#contracts/schemas/brand.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { type BrandReader, find } from './brands.ts';
import { type ClientReader, get as getClient } from './clients.ts';
import { hasLeft, todayOf } from './contact-roles.ts';
import type { ContactChange, ContactReader, ContactRecord, PrimaryMove } from './contact-store.ts';
import { withPlaces } from './contacts.ts';
import type { Deps } from './deps.ts';
import { assertHolds } from './permissions.ts';
import { nextVersion } from './records.ts';
import type { RoutingReader, RoutingRecord } from './routing.ts';
import type { WorkspaceReader } from './workspaces.ts';

/** What goes or changes with a brand, all in one commit. */
export interface BrandRemoval {
  before: Brand;
  tombstone: Brand;
  /** How often somebody had come to stand for it by the time that `contacts` and `routing` were read. */
  uses: number;
  contacts: readonly ContactChange[];
  routing: { before: RoutingRecord; after: RoutingRecord } | null;
  /** The client as it was read, where it must not move meanwhile. */
  client: PrimaryMove | null;
}

export interface BrandUseReader {
  /** How often somebody came to stand for a brand; to be read before whoever does. */
  uses(clientId: ClientId, brandId: BrandId): Promise<number>;
  /** How many rates were agreed for a brand. */
  rates(clientId: ClientId, brandId: BrandId): Promise<number>;
}

export interface BrandRemover {
  /**
   * Leaves a tombstone for the timeline, then removes, with its rates.
   * @throws {Refusal} `version_conflict`; marked as `PLACES_MOVED` where somebody came to stand for it meanwhile
   */
  remove(removal: BrandRemoval): Promise<void>;
}

type Reading = Deps<{
  clients: ClientReader;
  brands: BrandReader & BrandUseReader;
  contacts: ContactReader;
  routing: RoutingReader;
}>;
type Removing = Deps<
  Omit<Reading['data'], 'brands'> & {
    brands: BrandReader & BrandUseReader & BrandRemover;
    workspaces: WorkspaceReader;
  }
>;

/**
 * What hangs on a brand of a client that this actor may see.
 * @throws {Refusal} `not_found`
 */
export async function uses(deps: Reading, clientId: ClientId, brandId: BrandId): Promise<BrandUses> {
  const { actor, data } = deps;
  const client = await getClient(deps, clientId);
  await find(deps, clientId, brandId);
  const [contacts, routing, rates] = await Promise.all([
    standingFor(deps, clientId, brandId),
    data.routing.get(clientId),
    actor.permissions.has('rates.view') ? data.brands.rates(clientId, brandId) : null,
  ]);
  return {
    alone: contacts.filter(isAlone).length,
    ...(actor.permissions.has('stakeholders.view') && {
      contacts: contacts.map((contact) => ({
        id: contact.id,
        name: contact.name,
        alone: isAlone(contact),
        primary: client.primaryContactId === contact.id,
      })),
    }),
    rules: (routing?.rules ?? []).filter((rule) => rule.brandId === brandId).map(({ event }) => event),
    ...(rates !== null && { rates }),
  };
}

/**
 * Removes a brand with its rates and its rules; its name becomes free. Whoever stood for others besides stands
 * for those; what becomes of people who stood for this one alone is said by whoever removes it, or it stays.
 * @throws {Refusal} `not_found`, `version_conflict`, `brand_in_use` where nothing is said of such people,
 * `forbidden` for whoever may not edit contacts then, `successor_needed` where the primary contact would leave
 */
export async function remove(
  deps: Removing,
  clientId: ClientId,
  brandId: BrandId,
  { expected, alone }: { expected: number; alone?: AloneChoice | undefined },
): Promise<void> {
  const { actor, clock, data } = deps;
  const today = alone === 'leave' ? await todayOf(deps) : null;
  await withPlaces(deps, clientId, async (client) => {
    const known = await data.brands.uses(clientId, brandId);
    const before = await find(deps, clientId, brandId, expected);
    const contacts = await standingFor(deps, clientId, brandId);
    const routing = await data.routing.get(clientId);
    const left = contacts.filter(isAlone);
    if (left.length > 0) assertSaid(deps, client, left, alone);
    const [version, updatedAt] = [before.version + 1, clock.now()];
    await data.brands.remove({
      before,
      tombstone: { ...before, version, updatedAt, updatedBy: stamp(actor) },
      uses: known,
      contacts: contacts.map((contact) => {
        const brandIds = contact.brandIds.filter((id) => id !== brandId);
        const isLeaving = today !== null && isAlone(contact) && !hasLeft(contact, today);
        const gone = isLeaving ? { leftOn: dayBefore(today), planned: null } : {};
        return {
          before: contact,
          after: nextVersion(deps, contact, { ...contact, ...gone, brandIds }),
          past: null,
        };
      }),
      routing: withoutBrand(deps, routing, brandId),
      client: today !== null && left.length > 0 ? { before: client, after: client } : null,
    });
  });
}

const isAlone = ({ brandIds }: ContactRecord) => brandIds.length === 1;

async function standingFor({ data }: Reading, clientId: ClientId, brandId: BrandId) {
  const everybody = await data.contacts.everybody(clientId);
  return everybody.filter(({ brandIds }) => brandIds.includes(brandId));
}

function assertSaid(
  { actor }: Reading,
  client: Client,
  left: readonly ContactRecord[],
  alone: AloneChoice | undefined,
): void {
  if (!alone) {
    throw new Refusal('brand_in_use', {
      detail: 'Say whether the people who stand for this brand alone stand for the client, or leave with it.',
      extra: { alone: left.length },
    });
  }
  assertHolds(actor, 'stakeholders.manage');
  if (alone === 'leave' && left.some(({ id }) => id === client.primaryContactId)) {
    throw new Refusal('successor_needed', {
      detail: `${client.primaryContactName} is the primary contact and cannot leave with the brand.`,
    });
  }
}

function withoutBrand(
  deps: Pick<Removing, 'actor' | 'clock'>,
  before: RoutingRecord | null,
  brandId: BrandId,
): BrandRemoval['routing'] {
  const rules = before?.rules.filter((rule) => rule.brandId !== brandId);
  if (!before || !rules || rules.length === before.rules.length) return null;
  return { before, after: nextVersion(deps, before, { ...before, rules }) };
}
