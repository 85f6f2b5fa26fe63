import { invalidField } from '#contracts/errors.ts';
import type { UserId } from '#contracts/ids.ts';
import { permissionsOf } from '#contracts/roles.ts';
import type { Deps } from './deps.ts';

/** A person of staff in one workspace. */
export interface Member {
  userId: UserId;
  name: string;
  email: string;
  role: string;
  status: 'active' | 'disabled';
  accessVersion: number;
}

export interface MemberReader {
  /** The member, or null when this person has none in the workspace. */
  get(userId: UserId): Promise<Member | null>;
  /** Those of these people who are members; at most a hundred are asked for. */
  some(userIds: readonly UserId[]): Promise<Member[]>;
}

/**
 * The owner that a record names: the actor himself, or an active member who may see clients.
 * @throws {Refusal} `validation_failed` at `/ownerId`
 */
export async function resolveOwner(
  { actor, data }: Pick<Deps<{ members: MemberReader }>, 'actor' | 'data'>,
  ownerId: UserId | undefined,
): Promise<{ ownerId: UserId; ownerName: string; ownerEmail: string }> {
  if (ownerId === undefined || ownerId === actor.userId) {
    return { ownerId: actor.userId, ownerName: actor.name, ownerEmail: actor.email };
  }
  const member = await data.members.get(ownerId);
  const eligible = member?.status === 'active' && permissionsOf(member.role).has('clients.view');
  if (!eligible)
    throw invalidField('/ownerId', 'unknown_owner', 'must be an active member who can see clients');
  return { ownerId, ownerName: member.name, ownerEmail: member.email };
}

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
