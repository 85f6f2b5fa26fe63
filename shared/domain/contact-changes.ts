import { stamp } from '#contracts/actor.ts';
import { invalidField, Refusal } from '#contracts/errors.ts';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Contact, ContactPatch, HandOver, PastRoles } from '#contracts/schemas/contact.ts';
import { dayIn, zoneOf } from './client-days.ts';
import { awayOf } from './contact-deputies.ts';
import { takenOver } from './contact-handover.ts';
import { givenUp } from './contact-places.ts';
import { ended, hasLeft, planOf, sameRoles, todayOf } from './contact-roles.ts';
import type { ContactChange, ContactRecord, PrimaryMove } from './contact-store.ts';
import {
  brandsOf,
  countryOf,
  find,
  gonePrimary,
  nameOf,
  primaryMove,
  type Writing,
  withPlaces,
} from './contacts.ts';
import { toE164 } from './phones.ts';
import { defined, nextVersion } from './records.ts';

/**
 * Changes the fields that the patch names; `primary: true` takes the place from whoever has it. What somebody
 * was until then is kept; what he is to be is planned, and made by a schedule on its day. With a last day, others
 * take over what `handOver` names, in the same commit.
 * @throws {Refusal} `not_found`, `version_conflict`, `validation_failed`, `email_taken`, `flag_taken`,
 * `successor_needed` for the last day of a primary contact while others are there
 */
export async function update(
  deps: Writing,
  clientId: ClientId,
  contactId: ContactId,
  { primary, phones, brandIds, planned, away, from, handOver = {}, ...patch }: ContactPatch,
  expected: number,
): Promise<Contact> {
  const zone = zoneOf(await deps.data.workspaces.get());
  const today = dayIn(zone, deps.clock.now());
  return withPlaces(deps, clientId, async (client) => {
    const before = await find(deps, clientId, contactId, expected);
    const numbers = phones && { phones: await toE164(phones, countryOf(client)) };
    const brands = brandIds && { brandIds: await brandsOf(deps, clientId, brandIds, before.brandIds) };
    const fields: ContactRecord = { ...before, ...defined(patch), ...numbers, ...brands };
    const isLeaving = fields.leftOn !== null && fields.leftOn !== before.leftOn;
    if (fields.leftOn === null && Object.values(handOver).some(Boolean)) {
      throw invalidField('/handOver', 'not_leaving', 'needs a last day at the client');
    }
    if (primary && hasLeft(fields, today)) throw gonePrimary();
    const taken = await takenOver(deps, fields, handOver, { today, pointer: (name) => `/handOver/${name}` });
    const merged: ContactRecord = {
      ...fields,
      name: nameOf(fields),
      flags: fields.flags.filter((flag) => !taken.gone.includes(flag)),
      planned: plannedOf(before, fields, planned, today),
      away: away === undefined ? before.away : await awayOf(deps.data.contacts, clientId, fields, away),
    };
    const known = { from, today, since: dayIn(zone, before.createdAt) };
    const past = sameRoles(before, merged) ? null : await pastOf(deps, before, known);
    if (from && !past) throw invalidField('/from', 'nothing_new', 'needs another title, department or role');
    const after = nextVersion(deps, before, merged);
    const first = await firstOf(deps, client, after, { primary, isLeaving, handOver, today });
    const move = first === undefined ? null : moveTo(deps, client, first);
    // Whoever leaves must not have become the primary contact meanwhile.
    const stands = isLeaving ? { before: client, after: client } : null;
    const others = [...taken.changes, ...(await givenUp(deps, clientId, before.flags, after.flags))];
    if (after !== before || move) {
      const all = withSuccessor(others, first === after ? null : first);
      await deps.data.contacts.update({ before, after, past }, move ?? stands, all);
    }
    return { ...after, primary: first === after };
  });
}

/**
 * Removes a person; the primary contact hands its place to a successor, unless nobody is left, and others take
 * over what `handOver` names.
 * @throws {Refusal} `not_found`, `version_conflict`, `successor_needed`, `validation_failed` for heirs
 */
export async function remove(
  deps: Writing,
  clientId: ClientId,
  contactId: ContactId,
  expected: number,
  handOver: HandOver,
): Promise<void> {
  const { actor, clock, data } = deps;
  const today = await todayOf(deps);
  await withPlaces(deps, clientId, async (client) => {
    const before = await find(deps, clientId, contactId, expected);
    const isPrimary = client.primaryContactId === contactId;
    const successor = isPrimary ? await successorOf(deps, before, handOver, today) : null;
    const taken = await takenOver(deps, before, handOver, { today, pointer: (name) => `?${name}` });
    const [version, updatedAt] = [before.version + 1, clock.now()];
    const tombstone = { ...before, version, updatedAt, updatedBy: stamp(actor) };
    const move = isPrimary ? moveTo(deps, client, successor) : { before: client, after: client };
    await data.contacts.remove(before, tombstone, move, withSuccessor(taken.changes, successor));
  });
}

/** Who is written to first after a change; undefined where it does not concern that place. */
async function firstOf(
  deps: Writing,
  client: Client,
  after: ContactRecord,
  change: { primary: true | undefined; isLeaving: boolean; handOver: HandOver; today: string },
): Promise<ContactRecord | null | undefined> {
  if (change.primary) return after;
  if (client.primaryContactId !== after.id) return undefined;
  if (!change.isLeaving) return after;
  const successor = await successorOf(deps, after, change.handOver, change.today);
  return successor ?? (hasLeft(after, change.today) ? null : after);
}

/** Who follows the primary contact; null where nobody is left to. */
async function successorOf(
  { data }: Writing,
  { id: leaving, clientId }: ContactRecord,
  { successor }: HandOver,
  today: string,
): Promise<ContactRecord | null> {
  const everybody = await data.contacts.everybody(clientId);
  const there = everybody.filter((one) => one.id !== leaving && !hasLeft(one, today));
  const named = there.find(({ id }) => id === successor);
  if (named || there.length === 0) return named ?? null;
  throw new Refusal('successor_needed', {
    detail: 'Name another contact who is at this client as the primary one.',
  });
}

/** The client with another primary contact, or with the name that this one has by now. */
function moveTo(deps: Writing, client: Client, first: ContactRecord | null): PrimaryMove | null {
  const isSame =
    client.primaryContactId === (first?.id ?? null) && client.primaryContactName === (first?.name ?? null);
  return isSame ? null : primaryMove(deps, client, first);
}

/** A successor stands in the commit as well, so that he is there still when it is made. */
const withSuccessor = (
  changes: readonly ContactChange[],
  successor: ContactRecord | null | undefined,
): ContactChange[] =>
  !successor || changes.some(({ before }) => before.id === successor.id)
    ? [...changes]
    : [...changes, { before: successor, after: successor, past: null }];

/** What is planned after a change: nothing that would come to pass after the last day. */
function plannedOf(
  before: ContactRecord,
  { leftOn }: ContactRecord,
  planned: ContactPatch['planned'],
  today: string,
): ContactRecord['planned'] {
  if (planned) return planOf(planned, today, leftOn);
  if (planned === null || !before.planned) return null;
  const { from, failed } = before.planned;
  if (failed === null && leftOn !== null && leftOn !== before.leftOn && leftOn < from) {
    throw invalidField('/leftOn', 'before_plan', 'must not be before a change that is planned');
  }
  return before.planned;
}

/**
 * What somebody was by a change that holds from a day on, today unless said.
 * @throws {Refusal} `validation_failed` for a day to come, or one of which something else is known
 */
async function pastOf(
  { data }: Writing,
  before: ContactRecord,
  { from, today, since }: { from: string | undefined; today: string; since: string },
): Promise<PastRoles[]> {
  const past = await data.contacts.past(before.clientId, before.id);
  if (from === undefined || from === today) return ended(past, before, today);
  if (from > today) throw invalidField('/from', 'ahead', 'must not be a day to come: plan it instead');
  const last = past.at(-1);
  if (from < since || (last && from <= last.until)) {
    throw invalidField('/from', 'too_early', 'must be after the last change that is known');
  }
  return ended(past, before, from);
}
