import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { Member } from '#contracts/schemas/member.ts';
import { queryClient } from '../queryClient.ts';
import { refreshRoles } from '../roles/queries.ts';
import { api, bodyOf } from '../session/api.ts';

/** Whoever may come in before those who may not, each by name. */
const inOrder = (a: Member, b: Member) =>
  Number(a.status === 'disabled') - Number(b.status === 'disabled') || a.name.localeCompare(b.name);

/** Everybody of the workspace: as many as a plan has seats, so all pages are read. */
export const memberList = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [workspaceId, 'members'],
    queryFn: async ({ signal }): Promise<Member[]> => {
      const everybody: Member[] = [];
      let cursor: string | undefined;
      do {
        const { data, page } = bodyOf(
          await api.members.list({ params: { workspaceId }, query: { cursor }, signal }),
        );
        everybody.push(...data);
        cursor = page.next ?? undefined;
      } while (cursor);
      return everybody.sort(inOrder);
    },
  });

/** Who was asked to join, newest first, a page at a time: old ones are many and of little use. */
export const invitationList = (workspaceId: WorkspaceId) =>
  infiniteQueryOptions({
    queryKey: [workspaceId, 'invitations'],
    queryFn: async ({ signal, pageParam: cursor }) =>
      bodyOf(await api.invitations.list({ params: { workspaceId }, query: { cursor }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ page }) => page.next ?? undefined,
  });

/** After a change of a member: the list, and how many hold each role. */
export function refreshMembers(workspaceId: WorkspaceId) {
  void refreshRoles(workspaceId);
  return queryClient.invalidateQueries({ queryKey: memberList(workspaceId).queryKey });
}

export const refreshInvitations = (workspaceId: WorkspaceId) =>
  queryClient.invalidateQueries({ queryKey: invitationList(workspaceId).queryKey });

/** What members own, owe and belong to: their owner stands on every client that was handed over. */
export function refreshHoldings(workspaceId: WorkspaceId) {
  for (const what of ['clients', 'follow-ups', 'account-team']) {
    void queryClient.invalidateQueries({ queryKey: [workspaceId, what] });
  }
}
