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
