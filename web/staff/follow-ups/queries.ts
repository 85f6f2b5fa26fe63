import { queryOptions } from '@tanstack/react-query';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { FollowUp, FollowUpState, MyFollowUp } from '#contracts/schemas/follow-up.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

interface Rows<Row> {
  data: Row[];
  page: { next: string | null };
}

/** The follow-ups of a client. More than a page of them is told, not shown. */
export const followUpsOf = (workspaceId: WorkspaceId, clientId: ClientId, state: FollowUpState) =>
  queryOptions({
    queryKey: [workspaceId, 'follow-ups', clientId, state],
    queryFn: async ({ signal }): Promise<Rows<FollowUp>> =>
      bodyOf(await api.followUps.list({ params: { workspaceId, clientId }, query: { state }, signal })),
  });

/** What the reader owes until a day. More than a page of it is told, not shown. */
export const myFollowUps = (workspaceId: WorkspaceId, until: string) =>
  queryOptions({
    queryKey: [workspaceId, 'follow-ups', 'mine', until],
    queryFn: async ({ signal }): Promise<Rows<MyFollowUp>> =>
      bodyOf(await api.followUps.mine({ params: { workspaceId }, query: { until }, signal })),
  });

const everywhere = (workspaceId: WorkspaceId) => ({ queryKey: [workspaceId, 'follow-ups'] });

/** Takes one out of every list at once; the lists are read again when the change is through. */
export function takeOut(workspaceId: WorkspaceId, { id }: FollowUp): void {
  queryClient.setQueriesData<Rows<FollowUp>>(
    everywhere(workspaceId),
    (rows) => rows && { ...rows, data: rows.data.filter((row) => row.id !== id) },
  );
}

/** After any change of a follow-up. */
export const refreshFollowUps = (workspaceId: WorkspaceId) =>
  queryClient.invalidateQueries(everywhere(workspaceId));
