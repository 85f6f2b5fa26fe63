import { stamp } from '#contracts/actor.ts';
import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { ClientId, FollowUpId, UserId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import { permissionsOf } from '#contracts/roles.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type {
  FollowUp,
  FollowUpCreate,
  FollowUpPatch,
  FollowUpState,
  MyFollowUp,
} from '#contracts/schemas/follow-up.ts';
import type { Member } from '#contracts/schemas/member.ts';
import { type ClientReader, get as getClient, versionConflict } from './clients.ts';
import type { Deps } from './deps.ts';
import type { MemberReader } from './members.ts';
import { defined, nextVersion } from './records.ts';
import { sees } from './view-scope.ts';

export interface FollowUpReader {
  get(clientId: ClientId, followUpId: FollowUpId): Promise<FollowUp | null>;
  /** Those of a client: the open ones as they come due, or those done, last first. */
  ofClient(clientId: ClientId, state: FollowUpState, page: PageRequest): Promise<Page<FollowUp>>;
  /** The open ones that somebody owes, of every client, as they come due: up to a day, or all. */
  ofOwner(ownerId: UserId, until: string | null, page: PageRequest): Promise<Page<FollowUp>>;
}

/** Each throws `validation_failed` at `/ownerId` when a new owner may not come in any more by then. */
export interface FollowUpWriter {
  create(followUp: FollowUp): Promise<void>;
  /** @throws {Refusal} `version_conflict` */
  update(before: FollowUp, after: FollowUp): Promise<void>;
  /** Leaves a tombstone for the timeline, then removes. @throws {Refusal} `version_conflict` */
  remove(before: FollowUp, tombstone: FollowUp): Promise<void>;
}

type Reading = Deps<{ clients: ClientReader; followUps: FollowUpReader }>;
type Writing = Deps<{
  clients: ClientReader;
  members: MemberReader;
  followUps: FollowUpReader & FollowUpWriter;
}>;

/** The day on which it comes up: when it is due, or when it was put off to. */
export const comesUpOn = ({ dueOn, snoozedUntil }: Pick<FollowUp, 'dueOn' | 'snoozedUntil'>): string =>
  snoozedUntil ?? dueOn;

/**
 * Promises something to a client that this actor may see.
 * @throws {Refusal} `not_found`, `validation_failed` for an owner who is none
 */
export async function create(deps: Writing, clientId: ClientId, input: FollowUpCreate): Promise<FollowUp> {
  const { actor, clock, ids, data } = deps;
  const client = await getClient(deps, clientId);
  const now = clock.now();
  const followUp: FollowUp = {
    id: ids.next('follow_up'),
    version: 1,
    clientId,
    what: input.what,
    ...(await resolveOwner(deps, client, input.ownerId ?? actor.userId)),
    dueOn: input.dueOn,
    snoozedUntil: null,
    doneAt: null,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(actor),
  };
  await data.followUps.create(followUp);
  return followUp;
}

/**
 * One follow-up of a client that this actor may see.
 * @throws {Refusal} `not_found`
 */
export async function get(deps: Reading, clientId: ClientId, followUpId: FollowUpId): Promise<FollowUp> {
  await getClient(deps, clientId);
  return find(deps, clientId, followUpId);
}

/**
 * The follow-ups of a client that this actor may see.
 * @throws {Refusal} `not_found`
 */
export async function list(
  deps: Reading,
  clientId: ClientId,
  state: FollowUpState,
  page: PageRequest,
): Promise<Page<FollowUp>> {
  await getClient(deps, clientId);
  return deps.data.followUps.ofClient(clientId, state, page);
}

/**
 * What this actor owes, by a day or at all, without what is for clients that he sees no more or that are in the trash: a
 * page may hold fewer than were asked for.
 */
export async function mine(
  deps: Reading,
  until: string | null,
  page: PageRequest,
): Promise<Page<MyFollowUp>> {
  const { actor, data } = deps;
  const owed = await data.followUps.ofOwner(actor.userId, until, page);
  const clients = await clientsOf(deps, owed.data);
  return {
    ...owed,
    data: owed.data.flatMap((followUp) => {
      const client = clients.get(followUp.clientId);
      const isShown = client && !client.deletedAt && sees(actor, client);
      return isShown ? [{ ...followUp, clientName: client.name }] : [];
    }),
  };
}

/**
 * Changes what the patch names: hands it on, puts it off, finishes or reopens it. Whoever may write notes may.
 * @throws {Refusal} `not_found`, `version_conflict`, `validation_failed`
 */
export async function update(
  deps: Writing,
  clientId: ClientId,
  followUpId: FollowUpId,
  { ownerId, done, ...patch }: FollowUpPatch,
  expected: number,
): Promise<FollowUp> {
  const client = await getClient(deps, clientId);
  const before = await find(deps, clientId, followUpId, expected);
  const owner = ownerId && ownerId !== before.ownerId ? await resolveOwner(deps, client, ownerId) : {};
  const merged = { ...before, ...defined(patch), ...owner };
  const isDone = done ?? before.doneAt !== null;
  const doneAt = isDone ? (before.doneAt ?? deps.clock.now()) : null;
  if (isDone && patch.snoozedUntil && patch.snoozedUntil !== before.snoozedUntil) {
    throw invalidField('/snoozedUntil', 'already_done', 'is for what is still open');
  }
  const after = nextVersion(deps, before, { ...merged, doneAt, snoozedUntil: snoozed(merged, patch) });
  if (after !== before) await deps.data.followUps.update(before, after);
  return after;
}

/**
 * Removes a follow-up.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function remove(
  deps: Writing,
  clientId: ClientId,
  followUpId: FollowUpId,
  expected: number,
): Promise<void> {
  await getClient(deps, clientId);
  const before = await find(deps, clientId, followUpId, expected);
  const [version, updatedAt] = [before.version + 1, deps.clock.now()];
  const tombstone = { ...before, version, updatedAt, updatedBy: stamp(deps.actor) };
  await deps.data.followUps.remove(before, tombstone);
}

/**
 * Gives what somebody owes to a successor, or, where he does not see the client, to the client's owner; what
 * neither of them can take, or somebody else changes meanwhile, stays.
 * @returns how many were given, and whether there are more
 */
export async function handOn(
  deps: Writing,
  from: UserId,
  to: UserId,
  limit: number,
): Promise<{ moved: number; left: boolean }> {
  const { data } = deps;
  const owed = await data.followUps.ofOwner(from, null, { limit });
  const clients = await clientsOf(deps, owed.data);
  const wanted = new Set([to, ...[...clients.values()].map(({ ownerId }) => ownerId)]);
  const members = new Map((await data.members.some([...wanted])).map((member) => [member.userId, member]));
  let moved = 0;
  for (const before of owed.data) {
    const client = clients.get(before.clientId);
    const heirIds = client ? [to, client.ownerId].filter((userId) => userId !== from) : [];
    const heir = heirIds
      .flatMap((userId) => members.get(userId) ?? [])
      .find((member) => client && mayOwe(deps, member, client));
    if (heir && (await give(deps, before, heir))) moved += 1;
  }
  return { moved, left: owed.page.next !== null || moved < owed.data.length };
}

async function give(deps: Writing, before: FollowUp, { userId, name }: Member): Promise<boolean> {
  const after = nextVersion(deps, before, { ...before, ownerId: userId, ownerName: name });
  try {
    await deps.data.followUps.update(before, after);
    return true;
  } catch (error) {
    const isExpected =
      error instanceof Refusal && ['version_conflict', 'validation_failed'].includes(error.code);
    if (isExpected) return false;
    throw error;
  }
}

/** Whether somebody can be asked to keep a promise to a client: he is active and sees it. */
function mayOwe(
  { actor }: Pick<Writing, 'actor'>,
  { userId, role, status }: Member,
  client: Client,
): boolean {
  const permissions = permissionsOf(role, actor.roles);
  const { features } = actor;
  return (
    status === 'active' && permissions.has('clients.view') && sees({ userId, permissions, features }, client)
  );
}

async function resolveOwner(deps: Writing, client: Client, ownerId: UserId) {
  const { actor, data } = deps;
  if (ownerId === actor.userId) return { ownerId, ownerName: actor.name };
  const member = await data.members.get(ownerId);
  if (!member || !mayOwe(deps, member, client)) throw unknownFollower();
  return { ownerId, ownerName: member.name };
}

/** Whoever is named cannot be asked for this. */
export const unknownFollower = () =>
  invalidField('/ownerId', 'out_of_sight', 'must be an active member who sees this client');

/** A day to put it off to lies after the day it is due; one that a later due day has overtaken is none. */
function snoozed(
  { dueOn, snoozedUntil }: FollowUp,
  patch: Pick<FollowUpPatch, 'snoozedUntil'>,
): string | null {
  if (snoozedUntil === null || snoozedUntil > dueOn) return snoozedUntil;
  if (patch.snoozedUntil === undefined) return null;
  throw invalidField('/snoozedUntil', 'before_due', 'must be after the day it is due');
}

async function clientsOf(
  { data }: Pick<Reading, 'data'>,
  followUps: readonly FollowUp[],
): Promise<ReadonlyMap<ClientId, Client>> {
  const ids = [...new Set(followUps.map(({ clientId }) => clientId))];
  const clients = ids.length > 0 ? await data.clients.some(ids) : [];
  return new Map(clients.map((client) => [client.id, client]));
}

async function find({ data }: Reading, clientId: ClientId, followUpId: FollowUpId, expected?: number) {
  const followUp = await data.followUps.get(clientId, followUpId);
  if (!followUp) throw notFound('no such follow-up of this client');
  if (expected !== undefined && followUp.version !== expected) throw versionConflict(followUp);
  return followUp;
}
