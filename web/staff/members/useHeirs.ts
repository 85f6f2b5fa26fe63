import type { Member } from '#contracts/schemas/member.ts';
import { useRoles } from '../roles/useRoles.ts';

/** Who can take over the clients of a member: everybody else who may come in and sees clients. */
export function useHeirs(member: Member, everybody: readonly Member[]): Member[] {
  const { choices } = useRoles();
  const seesClients = (role: string) =>
    choices.some(({ key, permissions }) => key === role && permissions.includes('clients.view'));
  return everybody.filter(
    ({ userId, status, role }) => userId !== member.userId && status === 'active' && seesClients(role),
  );
}
