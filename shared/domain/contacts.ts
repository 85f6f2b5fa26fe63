import { stamp } from '#contracts/actor.ts';
import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { BrandId, ClientId, ContactId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Contact, ContactCreate } from '#contracts/schemas/contact.ts';
import type { BrandReader } from './brands.ts';
import { type ClientReader, get as getClient, versionConflict, withFreshClient } from './clients.ts';
import { awayOf } from './contact-deputies.ts';
import { givenUp } from './contact-places.ts';
import { hasLeft, todayOf } from './contact-roles.ts';
import {
  type ContactReader,
  type ContactRecord,
  type ContactWriter,
  PLACES_MOVED,
  type PrimaryMove,
} from './contact-store.ts';
import type { Deps } from './deps.ts';
import { toE164 } from './phones.ts';
import { nextVersion, whileMoving } from './records.ts';
import type { WorkspaceReader } from './workspaces.ts';

type Reading = Deps<{ clients: ClientReader; contacts: ContactReader }>;
export type Writing = Deps<{
  clients: ClientReader;
  contacts: ContactReader & ContactWriter;
  brands: BrandReader;
  workspaces: WorkspaceReader;
}>;

/**
 * Adds a person to a client; the first one is its primary contact.
 * @throws {Refusal} `not_found`, `validation_failed` for a phone that is none, or who has left as the primary
 * one, `email_taken`, `flag_taken`
 */
export async function create(deps: Writing, clientId: ClientId, input: ContactCreate): Promise<Contact> {
  const { actor, clock, ids, data } = deps;
  const now = clock.now();
  const id = ids.next('contact');
  return withPlaces(deps, clientId, async (client) => {
    const contact: ContactRecord = {
      id,
      version: 1,
      clientId,
      firstName: input.firstName,
      lastName: input.lastName ?? null,
      name: nameOf(input),
      title: input.title ?? null,
      department: input.department ?? null,
      emails: input.emails ?? [],
      phones: await toE164(input.phones ?? [], countryOf(client)),
      flags: input.flags ?? [],
      locale: input.locale ?? null,
      timeZone: input.timeZone ?? null,
      pronouns: input.pronouns ?? null,
      brandIds: await brandsOf(deps, client.id, input.brandIds ?? []),
      leftOn: input.leftOn ?? null,
      planned: null,
      away: await awayOf(data.contacts, clientId, { id, brandIds: input.brandIds ?? [] }, input.away ?? null),
      createdAt: now,
      updatedAt: now,
      updatedBy: stamp(actor),
    };
    const isGone = contact.leftOn !== null && hasLeft(contact, await todayOf(deps));
    if (isGone && input.primary) throw gonePrimary();
    const primary = !isGone && (input.primary === true || client.primaryContactId === null);
    const others = await givenUp(deps, clientId, [], contact.flags);
    await data.contacts.create(contact, primary ? primaryMove(deps, client, contact) : null, others);
    return { ...contact, primary };
  });
}

/** A change of a contact may move its client and the places of others; those that moved are read again. */
export const withPlaces = <T>(
  deps: Deps<{ clients: ClientReader }>,
  clientId: ClientId,
  attempt: (client: Client) => Promise<T>,
): Promise<T> => whileMoving(PLACES_MOVED, () => withFreshClient(deps, clientId, attempt));

/** Nobody writes first to whoever is there no more. */
export const gonePrimary = () => invalidField('/primary', 'has_left', 'must be at this client still');

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

/** Brands of this very client. */
export async function brandsOf(
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

export function primaryMove(
  deps: Pick<Writing, 'actor' | 'clock'>,
  client: Client,
  contact: ContactRecord | null,
): PrimaryMove {
  const primary = { primaryContactId: contact?.id ?? null, primaryContactName: contact?.name ?? null };
  return { before: client, after: nextVersion(deps, client, { ...client, ...primary }) };
}

const withPrimary = (client: Client, contact: ContactRecord): Contact => ({
  ...contact,
  primary: client.primaryContactId === contact.id,
});

export const nameOf = ({
  firstName,
  lastName,
}: {
  firstName: string;
  lastName?: string | null | undefined;
}) => [firstName, lastName].filter(Boolean).join(' ');

export const countryOf = (client: Client) => client.addresses[0]?.country;
