import type { StaffActor } from '#contracts/actor.ts';
import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { ClientId, UserId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { Permission } from '#contracts/permissions.ts';
import { isBuiltIn, type KeptRoles, permissionsOf } from '#contracts/roles.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { HandoverProgress, Member, MemberPatch } from '#contracts/schemas/member.ts';
import { type AccountTeamReader, type AccountTeamWriter, passOn } from './account-team.ts';
import type { ClientLister } from './client-lists.ts';
import { type ClientReader, type ClientWriter, giveTo } from './clients.ts';
import type { Deps } from './deps.ts';
import { type FollowUpReader, type FollowUpWriter, handOn } from './follow-ups.ts';
import { defined, nextVersion } from './records.ts';

export interface MemberReader {
  /** The member, or null when this person has none in the workspace. */
  get(userId: UserId): Promise<Member | null>;
  /** Everybody, disabled ones too, page by page. */
  list(page: PageRequest): Promise<Page<Member>>;
  /** Everybody at once: for tables of roles and for explaining. */
  all(): Promise<Member[]>;
  /** Those of these people who are members; at most a hundred are asked for. */
  some(userIds: readonly UserId[]): Promise<Member[]>;
  /** How many may come in. */
  seats(): Promise<number>;
}

export interface MemberWriter {
  /**
   * Writes the next state of a member with the counters of seats and owners.
   * @throws {Refusal} `version_conflict`, `last_owner`, `limit_reached`
   */
  update(before: Member, after: Member): Promise<void>;
}

/** Takes a member out, here and in the directory. */
export interface Leaving {
  /** @throws {Refusal} `version_conflict` */
  leave(member: Member): Promise<void>;
}

type Reading = Deps<{ members: MemberReader }>;
type Writing = Deps<{ members: MemberReader & MemberWriter }>;

/** A page of the people of the workspace. */
export const list = ({ data }: Deps<{ members: MemberReader }>, page: PageRequest): Promise<Page<Member>> =>
  data.members.list(page);

/**
 * Changes the role of a member, or whether he may come in. Nobody gives or takes what he does not hold.
 * @throws {Refusal} `not_found`, `version_conflict`, `escalation`, `last_owner`, `limit_reached`,
 *   `validation_failed` for a role that is none
 */
export async function update(
  deps: Writing,
  userId: UserId,
  patch: MemberPatch,
  expected: number,
): Promise<Member> {
  const { actor, data } = deps;
  const { roles } = actor;
  assertRole(roles, patch.role, '/role');
  const before = await current(deps, userId, expected);
  const after = nextVersion(deps, before, { ...before, ...defined(patch) });
  if (after === before) return before;
  assertWithin(actor, permissionsOf(before.role, roles));
  assertWithin(actor, permissionsOf(after.role, roles));
  await data.members.update(before, after);
  return after;
}

/** Clients, or follow-ups, that one call of a handover moves. */
const BATCH = 20;
/** Places on teams: each costs two calls of the table. */
const PLACES = 15;

/**
 * Makes another member the owner of this one's clients, then of his open follow-ups, then gives him the places
 * on teams, some at a time; what somebody else changes meanwhile waits for the next call.
 * @throws {Refusal} `not_found`, `validation_failed` for a successor who cannot own
 */
export async function handOver(
  deps: Deps<{
    members: MemberReader;
    clients: ClientReader & ClientWriter & ClientLister;
    followUps: FollowUpReader & FollowUpWriter;
    accountTeam: AccountTeamReader & AccountTeamWriter;
  }>,
  userId: UserId,
  to: UserId,
): Promise<HandoverProgress> {
  const { data } = deps;
  const member = await data.members.get(userId);
  if (!member) throw notFound('no such member');
  if (to === userId) throw invalidField('/to', 'unknown_owner', 'must be somebody else');
  const owner = await resolveOwner(deps, to, '/to');
  const owned = await ownedBy(data, userId, BATCH + 1);
  // Only where no client is left: whoever owns a client by then can take what is owed to it.
  if (owned.length === 0) {
    const owed = await handOn(deps, userId, to, BATCH);
    if (owed.moved === 0 && !owed.left) return passOn(deps, userId, owner, PLACES);
    return { moved: owed.moved, left: owed.left || (await isOnTeam(data, userId)) };
  }
  let moved = 0;
  for (const clientId of owned.slice(0, BATCH)) moved += (await giveTo(deps, clientId, owner)) ? 1 : 0;
  const left = owned.length > moved || (await owesAny(data, userId)) || (await isOnTeam(data, userId));
  return { moved, left };
}

/**
 * Removes a disabled member who owns no client, owes nothing to one and is on no team.
 * @throws {Refusal} `not_found`, `version_conflict`, `escalation`, `invalid_transition` while he may still
 *   come in, `owns_clients`, `owes_follow_ups`, `on_account_teams`
 */
export async function remove(
  deps: Deps<{
    members: MemberReader;
    clients: ClientLister;
    followUps: FollowUpReader;
    accountTeam: AccountTeamReader;
  }> & { leaving: Leaving },
  userId: UserId,
  expected: number,
): Promise<void> {
  const { actor, data, leaving } = deps;
  const member = await current(deps, userId, expected);
  assertWithin(actor, permissionsOf(member.role, actor.roles));
  if (member.status === 'active') {
    // While he may come in, clients can be given to him between the look and the removal.
    throw new Refusal('invalid_transition', {
      detail: 'Disable the member first.',
      extra: { from: 'active', allowed: ['disabled'] },
    });
  }
  if ((await ownedBy(data, userId, 1)).length > 0) {
    throw new Refusal('owns_clients', { detail: `${member.name} owns clients. Hand them over first.` });
  }
  if (await owesAny(data, userId)) {
    throw new Refusal('owes_follow_ups', {
      detail: `${member.name} owes follow-ups. Hand them over to somebody who sees the clients first.`,
    });
  }
  if (await isOnTeam(data, userId)) {
    throw new Refusal('on_account_teams', {
      detail: `${member.name} is on account teams. Hand the places over first.`,
    });
  }
  await leaving.leave(member);
}

const owesAny = async (data: { followUps: FollowUpReader }, userId: UserId): Promise<boolean> =>
  (await data.followUps.ofOwner(userId, null, { limit: 1 })).data.length > 0;

const isOnTeam = async (data: { accountTeam: AccountTeamReader }, userId: UserId): Promise<boolean> =>
  (await data.accountTeam.ofMember(userId, { limit: 1 })).data.length > 0;

/** Live clients first, then those in the trash. */
async function ownedBy(data: { clients: ClientLister }, ownerId: UserId, limit: number): Promise<ClientId[]> {
  const pages = await Promise.all(
    (['clients', 'trash'] as const).map((shelf) =>
      data.clients.list({ shelf, ownerId, sort: 'name' }, { limit }),
    ),
  );
  return pages.flatMap((page) => page.data.map(({ id }) => id)).slice(0, limit);
}

async function current({ data }: Deps<{ members: MemberReader }>, userId: UserId, expected: number) {
  const member = await data.members.get(userId);
  if (!member) throw notFound('no such member');
  if (member.version !== expected) throw memberMoved(member);
  return member;
}

/** Somebody else changed the member meanwhile. */
export const memberMoved = ({ version, updatedAt, updatedBy }: Member) =>
  new Refusal('version_conflict', {
    detail: `${updatedBy.label} changed this member.`,
    extra: { version, changedAt: updatedAt, changedBy: updatedBy.label },
  });

/** @throws {Refusal} `validation_failed` for a role that neither is built in nor kept */
export function assertRole(roles: KeptRoles, role: string | undefined, pointer: string): void {
  if (role === undefined || isBuiltIn(role) || Object.hasOwn(roles, role)) return;
  throw invalidField(pointer, 'unknown_role', 'is not a role of this workspace');
}

/** @throws {Refusal} `escalation` naming the keys that the actor does not hold himself */
export function assertWithin(actor: StaffActor, keys: Iterable<Permission>): void {
  const beyond = [...keys].filter((key) => !actor.permissions.has(key));
  if (beyond.length === 0) return;
  throw new Refusal('escalation', {
    detail: 'This concerns rights that you do not hold yourself.',
    extra: { permissions: beyond },
  });
}

export type Owner = Pick<Client, 'ownerId' | 'ownerName' | 'ownerEmail'>;

/**
 * The owner that a record names: the actor himself, or an active member who may see clients.
 * @throws {Refusal} `validation_failed` at the pointer
 */
export async function resolveOwner(
  { actor, data }: Pick<Reading, 'actor' | 'data'>,
  ownerId: UserId | undefined,
  pointer = '/ownerId',
): Promise<Owner> {
  if (ownerId === undefined || ownerId === actor.userId) {
    return { ownerId: actor.userId, ownerName: actor.name, ownerEmail: actor.email };
  }
  const member = await data.members.get(ownerId);
  const eligible = member?.status === 'active' && permissionsOf(member.role, actor.roles).has('clients.view');
  if (!eligible) throw unknownOwner(pointer);
  return { ownerId, ownerName: member.name, ownerEmail: member.email };
}

/** Whoever a record names as its owner cannot own it. */
export const unknownOwner = (pointer: string) =>
  invalidField(pointer, 'unknown_owner', 'must be an active member who can see clients');

/**
 * Proves that everybody named is an active member; the actor himself needs no proof.
 * @throws {Refusal} `validation_failed` at `/memberIds`
 */
export async function resolveMembers(
  { actor, data }: Pick<Deps<{ members: MemberReader }>, 'actor' | 'data'>,
  userIds: readonly UserId[],
): Promise<void> {
  const others = userIds.filter((userId) => userId !== actor.userId);
  if (others.length === 0) return;
  const active = (await data.members.some(others)).filter(({ status }) => status === 'active');
  if (active.length < others.length) {
    throw invalidField('/memberIds', 'unknown_member', 'must all be active members of the workspace');
  }
}
