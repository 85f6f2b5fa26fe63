import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ClientId, UserId, WorkspaceId } from '#contracts/ids.ts';
import type { TeamPlace } from '#contracts/schemas/account-team.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

/** The account team of a client, by role and then by name. */
export const teamOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'account-team', clientId],
    queryFn: async ({ signal }): Promise<TeamPlace[]> =>
      bodyOf(await api.accountTeam.list({ params: { workspaceId, clientId }, signal })).data,
  });

/** The places of a member, a page at a time. */
export const placesOf = (workspaceId: WorkspaceId, userId: UserId) =>
  infiniteQueryOptions({
    queryKey: [workspaceId, 'account-team', 'of', userId],
    queryFn: async ({ signal, pageParam: cursor }) =>
      bodyOf(await api.accountTeam.ofMember({ params: { workspaceId, userId }, query: { cursor }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ page }) => page.next ?? undefined,
  });

/** What a member owns, a page at a time. */
export const ownedBy = (workspaceId: WorkspaceId, userId: UserId) =>
  infiniteQueryOptions({
    queryKey: [workspaceId, 'account-team', 'owned', userId],
    queryFn: async ({ signal, pageParam: cursor }) =>
      bodyOf(await api.clients.list({ params: { workspaceId }, query: { owner: userId, cursor }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ page }) => page.next ?? undefined,
  });

/** After any change of a place. */
export const refreshTeams = (workspaceId: WorkspaceId) =>
  queryClient.invalidateQueries({ queryKey: [workspaceId, 'account-team'] });
