import type { StaffActor } from '#contracts/actor.ts';
import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { UserId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { Permission } from '#contracts/permissions.ts';
import { isBuiltIn, type KeptRoles, permissionsOf } from '#contracts/roles.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Member, MemberPatch } from '#contracts/schemas/member.ts';
import type { Deps } from './deps.ts';
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
  patch: Pick<MemberPatch, 'role' | 'status'>,
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

/** A member at the version he was seen at. @throws {Refusal} `not_found`, `version_conflict` */
export async function current(
  { data }: Deps<{ members: MemberReader }>,
  userId: UserId,
  expected: number,
): Promise<Member> {
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
  if (!member || !mayOwn(member, actor.roles)) throw unknownOwner(pointer);
  return { ownerId, ownerName: member.name, ownerEmail: member.email };
}

/** Whether a member can own clients: he may come in, and see clients. */
export const mayOwn = ({ role, status }: Pick<Member, 'role' | 'status'>, roles: KeptRoles): boolean =>
  status === 'active' && permissionsOf(role, roles).has('clients.view');

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
