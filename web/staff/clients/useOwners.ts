import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { UserId } from '#contracts/ids.ts';
import { memberList } from '../members/queries.ts';
import { useRoles } from '../roles/useRoles.ts';
import { useHere } from '../session/me.ts';

/** Who can own a client: whoever is active and sees clients. Nobody for those who do not see the members. */
export function useOwners() {
  const { workspaceId, can } = useHere();
  const mayLook = can('members.view');
  const members = useQuery({ ...memberList(workspaceId), enabled: mayLook }).data ?? [];
  const { choices } = useRoles(mayLook);
  const seeing = new Set(
    choices.filter(({ permissions }) => permissions.includes('clients.view')).map(({ key }) => key),
  );
  const owners = members
    .filter(({ status, role }) => status === 'active' && seeing.has(role))
    .map(({ userId, name }) => ({ value: userId, label: name }));
  return {
    owners,
    /** What somebody is called, members who are out too. */
    nameOf: (userId: string) => members.find((member) => member.userId === userId)?.name,
  };
}

/** Owners to filter by, oneself first. */
export function useOwnerChoices(): { value: 'me' | UserId; label: string }[] {
  const { t } = useLingui();
  const { user } = useHere();
  const { owners } = useOwners();
  return [{ value: 'me', label: t`me` }, ...owners.filter(({ value }) => value !== user.id)];
}

/** Whose clients the filter leaves, in words. */
export function useWhose() {
  const { t } = useLingui();
  const { nameOf } = useOwners();
  return (owner: string) => (owner === 'me' ? t`me` : (nameOf(owner) ?? t`somebody else`));
}
