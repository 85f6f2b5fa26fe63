import type { Member } from '#contracts/schemas/member.ts';
import type { RoleChoice } from '../roles/useRoles.ts';

/** Why a member stays as he is: the last owner does, and so does whoever holds more than oneself. */
export type Guard = 'last_owner' | 'beyond' | null;

const isOwner = ({ role, status }: Member) => role === 'owner' && status === 'active';

export function guardOf(member: Member, everybody: readonly Member[], roles: readonly RoleChoice[]): Guard {
  if (isOwner(member) && everybody.filter(isOwner).length === 1) return 'last_owner';
  const role = roles.find(({ key }) => key === member.role);
  return role && !role.isWithin ? 'beyond' : null;
}
