import { stamp } from '#contracts/actor.ts';
import { notFound, Refusal } from '#contracts/errors.ts';
import type { BillingProfileId, ClientId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type {
  BillingProfile,
  BillingProfileCreate,
  BillingProfilePatch,
  Warning,
} from '#contracts/schemas/billing-profile.ts';
import { agreedOn, assertCopies, assertTerms, type SettledReaders } from './billing-terms.ts';
import { type ClientReader, get as getClient, versionConflict } from './clients.ts';
import type { Deps } from './deps.ts';
import { defined, nextVersion, whileMoving } from './records.ts';
import { assertMayWriteTaxId, looksLikeTaxId, withoutTaxId } from './tax-ids.ts';

/** A profile as kept; which one is the default stands beside them, so that there can be only one. */
export type BillingProfileRecord = Omit<BillingProfile, 'default' | 'warnings'>;

/** How a profile comes in: as the first one, which is the default; in place of the default; or beside it. */
export type Place = 'first' | 'takes' | 'joins';

interface Default {
  profileId: BillingProfileId;
  /** How many profiles the client has. */
  profiles: number;
}

export interface BillingProfileReader {
  get(clientId: ClientId, profileId: BillingProfileId): Promise<BillingProfileRecord | null>;
  ofClient(clientId: ClientId, page: PageRequest): Promise<Page<BillingProfileRecord>>;
  /** Null while the client has no profile. */
  defaultOf(clientId: ClientId): Promise<Default | null>;
}

/** Each throws `DEFAULT_MOVED` when the default is another by then. `answer` is what the request will answer. */
export interface BillingProfileWriter {
  create(profile: BillingProfileRecord, place: Place, answer: BillingProfile): Promise<void>;
  /** @throws {Refusal} `version_conflict` */
  update(
    before: BillingProfileRecord,
    after: BillingProfileRecord,
    takesDefault: boolean,
    answer: BillingProfile,
  ): Promise<void>;
  /** Leaves a tombstone for the timeline, then removes. @throws {Refusal} `version_conflict` */
  remove(
    before: BillingProfileRecord,
    tombstone: BillingProfileRecord,
    successor: BillingProfileId | 'nobody' | 'not_needed',
  ): Promise<void>;
}

/** How a repository says that somebody else moved the default: nobody's edit is meant by it. */
export const DEFAULT_MOVED = 'the default billing profile moved';

type Reading = Deps<{ clients: ClientReader; billingProfiles: BillingProfileReader }>;
type Writing = Deps<{ clients: ClientReader; billingProfiles: BillingProfileReader & BillingProfileWriter }>;
type Creating = Deps<Writing['data'] & SettledReaders>;

/**
 * Adds a billing profile to a client; the first one is its default. Terms and currency that are not named are
 * those that the client's settings have on this day; later changes of the settings leave it alone.
 * @throws {Refusal} `not_found`, `validation_failed` for terms that do not fit, `forbidden` for a tax id
 */
export async function create(
  deps: Creating,
  clientId: ClientId,
  { default: takes, ...input }: BillingProfileCreate,
): Promise<BillingProfile> {
  const { actor, clock, ids, data } = deps;
  assertMayWriteTaxId(actor, { taxId: input.taxId ?? undefined });
  const wanted = takes === true;
  const client = await getClient(deps, clientId);
  const agreed = await agreedOn(data, client, input);
  const now = clock.now();
  const profile: BillingProfileRecord = {
    id: ids.next('billing_profile'),
    version: 1,
    clientId,
    legalName: input.legalName,
    taxId: input.taxId ?? null,
    address: input.address,
    ...agreed,
    emailTo: input.emailTo,
    emailCc: input.emailCc ?? [],
    poNumber: input.poNumber ?? null,
    deliveryMethod: input.deliveryMethod,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(actor),
  };
  assertTerms(profile);
  assertCopies(profile);
  return whileMoving(DEFAULT_MOVED, async () => {
    const isFirst = (await data.billingProfiles.defaultOf(clientId)) === null;
    const answer = shown(deps, profile, isFirst || wanted);
    await data.billingProfiles.create(profile, placeOf(isFirst, wanted), answer);
    return answer;
  });
}

function placeOf(isFirst: boolean, wanted: boolean): Place {
  if (isFirst) return 'first';
  return wanted ? 'takes' : 'joins';
}

/**
 * One billing profile of a client that this actor may see.
 * @throws {Refusal} `not_found`
 */
export async function get(
  deps: Reading,
  clientId: ClientId,
  profileId: BillingProfileId,
): Promise<BillingProfile> {
  await getClient(deps, clientId);
  const [profile, standing] = await Promise.all([
    find(deps, clientId, profileId),
    deps.data.billingProfiles.defaultOf(clientId),
  ]);
  return shown(deps, profile, standing?.profileId === profileId);
}

/**
 * The billing profiles of a client that this actor may see, oldest first.
 * @throws {Refusal} `not_found`
 */
export async function list(
  deps: Reading,
  clientId: ClientId,
  page: PageRequest,
): Promise<Page<BillingProfile>> {
  await getClient(deps, clientId);
  const [found, standing] = await Promise.all([
    deps.data.billingProfiles.ofClient(clientId, page),
    deps.data.billingProfiles.defaultOf(clientId),
  ]);
  return {
    ...found,
    data: found.data.map((profile) => shown(deps, profile, standing?.profileId === profile.id)),
  };
}

/**
 * Changes the fields that the patch names; `default: true` takes the place from whichever has it, and is a
 * version of its own, so that the timeline tells of it.
 * @throws {Refusal} `not_found`, `version_conflict`, `validation_failed`, `forbidden` for a tax id
 */
export async function update(
  deps: Writing,
  clientId: ClientId,
  profileId: BillingProfileId,
  { default: wanted, ...patch }: BillingProfilePatch,
  expected: number,
): Promise<BillingProfile> {
  const { actor, clock, data } = deps;
  assertMayWriteTaxId(actor, patch);
  await getClient(deps, clientId);
  return whileMoving(DEFAULT_MOVED, async () => {
    const [before, standing] = await Promise.all([
      find(deps, clientId, profileId, expected),
      data.billingProfiles.defaultOf(clientId),
    ]);
    const isDefault = standing?.profileId === profileId;
    const takes = wanted === true && !isDefault;
    const merged: BillingProfileRecord = { ...before, ...defined(patch) };
    assertTerms(merged);
    assertCopies(merged);
    const edited = nextVersion(deps, before, merged);
    const after =
      takes && edited === before
        ? { ...before, version: before.version + 1, updatedAt: clock.now(), updatedBy: stamp(actor) }
        : edited;
    const answer = shown(deps, after, isDefault || takes);
    if (after !== before) await data.billingProfiles.update(before, after, takes, answer);
    return answer;
  });
}

/**
 * Removes a billing profile; the default one hands its place to a successor, unless none is left.
 * @throws {Refusal} `not_found`, `version_conflict`, `successor_needed`
 */
export async function remove(
  deps: Writing,
  clientId: ClientId,
  profileId: BillingProfileId,
  expected: number,
  successorId: BillingProfileId | undefined,
): Promise<void> {
  const { actor, clock, data } = deps;
  await getClient(deps, clientId);
  await whileMoving(DEFAULT_MOVED, async () => {
    const [before, standing] = await Promise.all([
      find(deps, clientId, profileId, expected),
      data.billingProfiles.defaultOf(clientId),
    ]);
    const successor = await successorOf(deps, before, standing, successorId);
    const [version, updatedAt] = [before.version + 1, clock.now()];
    const tombstone = { ...before, version, updatedAt, updatedBy: stamp(actor) };
    await data.billingProfiles.remove(before, tombstone, successor);
  });
}

async function successorOf(
  { data }: Writing,
  leaving: BillingProfileRecord,
  standing: Default | null,
  successorId: BillingProfileId | undefined,
) {
  if (standing?.profileId !== leaving.id) return 'not_needed';
  if (standing.profiles === 1) return 'nobody';
  if (successorId && successorId !== leaving.id) {
    const successor = await data.billingProfiles.get(leaving.clientId, successorId);
    if (successor) return successor.id;
  }
  throw new Refusal('successor_needed', {
    detail: 'Name another billing profile of this client as the default one.',
  });
}

async function find(
  { data }: Reading,
  clientId: ClientId,
  profileId: BillingProfileId,
  expected?: number,
): Promise<BillingProfileRecord> {
  const profile = await data.billingProfiles.get(clientId, profileId);
  if (!profile) throw notFound('no such billing profile of this client');
  if (expected !== undefined && profile.version !== expected) throw versionConflict(profile);
  return profile;
}

/** A profile as this actor is answered it. What looks wrong is said to whoever sees it. */
function shown({ actor }: Pick<Reading, 'actor'>, profile: BillingProfileRecord, isDefault: boolean) {
  const seen = withoutTaxId(actor, profile);
  return { ...seen, default: isDefault, warnings: warningsOf(seen) };
}

function warningsOf({ taxId, address }: BillingProfileRecord): Warning[] {
  if (!taxId || looksLikeTaxId(taxId, address.country)) return [];
  const message = `does not look like a tax id of ${address.country}`;
  return [{ pointer: '/taxId', code: 'tax_id_format', message }];
}
