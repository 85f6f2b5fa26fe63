import { stamp } from '#contracts/actor.ts';
import { notFound, Refusal } from '#contracts/errors.ts';
import type { BrandId, ClientId, ContactId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Contact, ContactCreate, ContactPatch, PastRoles } from '#contracts/schemas/contact.ts';
import type { BrandReader } from './brands.ts';
import { type ClientReader, get as getClient, versionConflict, withFreshClient } from './clients.ts';
import { awayOf } from './contact-deputies.ts';
import { nameOf, newContact } from './contact-fields.ts';
import { ended, planOf, sameRoles, todayOf } from './contact-roles.ts';
import type { Deps } from './deps.ts';
import { toE164 } from './phones.ts';
import { defined, nextVersion } from './records.ts';
import type { WorkspaceReader } from './workspaces.ts';

/** A contact as kept; which one is primary stands on the client, so that there can be only one. */
export type ContactRecord = Omit<Contact, 'primary'>;

/** The client before and after, when a change of a contact moves its primary contact. */
export interface PrimaryMove {
  before: Client;
  after: Client;
}

export interface ContactReader {
  get(clientId: ClientId, contactId: ContactId): Promise<ContactRecord | null>;
  ofClient(clientId: ClientId, page: PageRequest): Promise<Page<ContactRecord>>;
  /** What a contact was before, oldest first; to be read after the contact itself. */
  past(clientId: ClientId, contactId: ContactId): Promise<PastRoles[]>;
}

export interface ContactWriter {
  /** @throws {Refusal} `email_taken` within the client, `version_conflict` of the client */
  create(contact: ContactRecord, move: PrimaryMove | null): Promise<void>;
  /**
   * `past` is what the contact was by then, where that changes.
   * @throws {Refusal} `email_taken`, `flag_taken`, `version_conflict` of contact or client
   */
  update(
    before: ContactRecord,
    after: ContactRecord,
    move: PrimaryMove | null,
    past: PastRoles[] | null,
  ): Promise<void>;
  /** Leaves a tombstone for the timeline, then removes. @throws {Refusal} `version_conflict` */
  remove(before: ContactRecord, tombstone: ContactRecord, move: PrimaryMove | null): Promise<void>;
}

type Reading = Deps<{ clients: ClientReader; contacts: ContactReader }>;
type Writing = Deps<{
  clients: ClientReader;
  contacts: ContactReader & ContactWriter;
  brands: BrandReader;
}>;

/**
 * Adds a person to a client; the first one is its primary contact.
 * @throws {Refusal} `not_found`, `validation_failed` for a phone that is none, `email_taken`
 */
export async function create(deps: Writing, clientId: ClientId, input: ContactCreate): Promise<Contact> {
  const { ids, data } = deps;
  const id = ids.next('contact');
  return withFreshClient(deps, clientId, async (client) => {
    const contact = newContact(deps, id, clientId, input, {
      phones: await toE164(input.phones ?? [], countryOf(client)),
      brandIds: await brandsOf(deps, client.id, input.brandIds ?? []),
      away: await awayOf(data.contacts, clientId, { id, brandIds: input.brandIds ?? [] }, input.away ?? null),
    });
    const primary = input.primary === true || client.primaryContactId === null;
    await data.contacts.create(contact, primary ? primaryMove(deps, client, contact) : null);
    return { ...contact, primary };
  });
}

/**
 * One person of a client that this actor may see.
 * @throws {Refusal} `not_found`
 */
export async function get(deps: Reading, clientId: ClientId, contactId: ContactId): Promise<Contact> {
  const client = await getClient(deps, clientId);
  return withPrimary(client, await find(deps, clientId, contactId));
}

/**
 * The people of a client that this actor may see.
 * @throws {Refusal} `not_found`
 */
export async function list(deps: Reading, clientId: ClientId, page: PageRequest): Promise<Page<Contact>> {
  const client = await getClient(deps, clientId);
  const found = await deps.data.contacts.ofClient(clientId, page);
  return { ...found, data: found.data.map((contact) => withPrimary(client, contact)) };
}

/**
 * Changes the fields that the patch names; `primary: true` takes the place from whoever has it. What somebody
 * was until today is kept; what he is to be is planned, and made by a schedule on its day.
 * @throws {Refusal} `not_found`, `version_conflict`, `validation_failed`, `email_taken`
 */
export async function update(
  deps: Deps<Writing['data'] & { workspaces: WorkspaceReader }>,
  clientId: ClientId,
  contactId: ContactId,
  { primary, phones, brandIds, planned, away, ...patch }: ContactPatch,
  expected: number,
): Promise<Contact> {
  return withFreshClient(deps, clientId, async (client) => {
    const before = await find(deps, clientId, contactId, expected);
    const numbers = phones && { phones: await toE164(phones, countryOf(client)) };
    const brands = brandIds && { brandIds: await brandsOf(deps, clientId, brandIds, before.brandIds) };
    const fields = { ...before, ...defined(patch), ...numbers, ...brands };
    const isMoved = !sameRoles(before, fields);
    const today = isMoved || planned ? await todayOf(deps) : '';
    const plan = planned && planOf(planned, today);
    const merged = {
      ...fields,
      planned: plan === undefined ? before.planned : plan,
      away: away === undefined ? before.away : await awayOf(deps.data.contacts, clientId, fields, away),
    };
    const past = isMoved ? ended(await deps.data.contacts.past(clientId, contactId), before, today) : null;
    const after = nextVersion(deps, before, { ...merged, name: nameOf(merged) });
    const becomes = primary === true || client.primaryContactId === contactId;
    const moves =
      becomes && (client.primaryContactId !== contactId || client.primaryContactName !== after.name);
    const move = moves ? primaryMove(deps, client, after) : null;
    if (after !== before || move) await deps.data.contacts.update(before, after, move, past);
    return { ...after, primary: becomes };
  });
}

/**
 * Removes a person; the primary contact hands its place to a successor, unless nobody is left.
 * @throws {Refusal} `not_found`, `version_conflict`, `successor_needed`
 */
export async function remove(
  deps: Writing,
  clientId: ClientId,
  contactId: ContactId,
  expected: number,
  successorId: ContactId | undefined,
): Promise<void> {
  await withFreshClient(deps, clientId, async (client) => {
    const before = await find(deps, clientId, contactId, expected);
    const isPrimary = client.primaryContactId === contactId;
    const successor = isPrimary ? await successorOf(deps, before, successorId) : null;
    const move = isPrimary ? primaryMove(deps, client, successor) : null;
    const { actor, clock } = deps;
    const tombstone = {
      ...before,
      version: before.version + 1,
      updatedAt: clock.now(),
      updatedBy: stamp(actor),
    };
    await deps.data.contacts.remove(before, tombstone, move);
  });
}

/** Brands of this very client; one that was removed since may stay where it stands. */
async function brandsOf(
  { data }: Writing,
  clientId: ClientId,
  wanted: BrandId[],
  kept: readonly BrandId[] = [],
): Promise<BrandId[]> {
  const fresh = wanted.filter((id) => !kept.includes(id));
  const found = fresh.length > 0 ? await data.brands.some(clientId, fresh) : [];
  const errors = fresh.flatMap((id) => {
    const pointer = `/brandIds/${wanted.indexOf(id)}`;
    return found.some((brand) => brand.id === id)
      ? []
      : [{ pointer, code: 'unknown_brand', message: 'must be a brand of this client' }];
  });
  if (errors.length > 0) throw new Refusal('validation_failed', { errors });
  return wanted;
}

async function successorOf({ data }: Writing, leaving: ContactRecord, successorId: ContactId | undefined) {
  if (successorId && successorId !== leaving.id) {
    const successor = await data.contacts.get(leaving.clientId, successorId);
    if (successor) return successor;
  }
  const { data: others } = await data.contacts.ofClient(leaving.clientId, { limit: 2 });
  if (others.every(({ id }) => id === leaving.id)) return null;
  throw new Refusal('successor_needed', {
    detail: 'Name another contact of this client as the primary one.',
  });
}

/** @throws {Refusal} `not_found`, `version_conflict` when it is not the version that was expected */
export async function find(
  { data }: Pick<Reading, 'data'>,
  clientId: ClientId,
  contactId: ContactId,
  expected?: number,
) {
  const contact = await data.contacts.get(clientId, contactId);
  if (!contact) throw notFound('no such contact at this client');
  if (expected !== undefined && contact.version !== expected) throw versionConflict(contact);
  return contact;
}

function primaryMove(deps: Writing, client: Client, contact: ContactRecord | null): PrimaryMove {
  const primary = { primaryContactId: contact?.id ?? null, primaryContactName: contact?.name ?? null };
  return { before: client, after: nextVersion(deps, client, { ...client, ...primary }) };
}

const withPrimary = (client: Client, contact: ContactRecord): Contact => ({
  ...contact,
  primary: client.primaryContactId === contact.id,
});

const countryOf = (client: Client) => client.addresses[0]?.country;
