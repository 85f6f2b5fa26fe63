import { useQuery } from '@tanstack/react-query';
import type { UserId } from '#contracts/ids.ts';
import { useHere } from '../session/me.ts';
import { memberList } from './queries.ts';

/** The people of the workspace, for whoever may see them; others know themselves only. */
export function usePeople() {
  const { workspaceId, user, can } = useHere();
  const allowed = can('members.view');
  const { data } = useQuery({ ...memberList(workspaceId), enabled: allowed });
  const names = new Map<UserId, string>([
    ...(data ?? []).map(({ userId, name }) => [userId, name] as const),
    [user.id, user.name],
  ]);
  return {
    /** Whether names can be looked up at all. */
    allowed,
    /** Undefined until they are read. */
    members: data,
    active: data?.filter(({ status }) => status === 'active') ?? [],
    nameOf: (userId: UserId): string | undefined => names.get(userId),
  };
}
