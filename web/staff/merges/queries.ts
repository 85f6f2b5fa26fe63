import { queryOptions } from '@tanstack/react-query';
import type { ClientId, MergeId, WorkspaceId } from '#contracts/ids.ts';
import type { Merge } from '#contracts/schemas/merge.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

/** Between two looks at one that is at work. */
const LOOK_MS = 700;

/** Whether a job is at it, and what is shown will be another in a moment. */
export const isMoving = ({ state }: Pick<Merge, 'state'>): boolean =>
  state === 'moving' || state === 'undoing';

const key = (workspaceId: WorkspaceId, clientId: ClientId) => [workspaceId, 'merges', clientId] as const;

/** What merging two clients would do, as it is now. */
export const mergePreview = (workspaceId: WorkspaceId, clientId: ClientId, loserId: ClientId) =>
  queryOptions({
    queryKey: [...key(workspaceId, clientId), 'preview', loserId],
    queryFn: async ({ signal }) =>
      bodyOf(await api.merges.preview({ params: { workspaceId, clientId }, query: { loserId }, signal })),
    // What somebody is choosing from stays as it is; a merge over older versions is refused.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** One merge, looked at again and again while a job is at it. */
export const mergeDetail = (workspaceId: WorkspaceId, clientId: ClientId, mergeId: MergeId) =>
  queryOptions({
    queryKey: [...key(workspaceId, clientId), mergeId],
    queryFn: async ({ signal }) =>
      bodyOf(await api.merges.get({ params: { workspaceId, clientId, mergeId }, signal })),
    refetchInterval: ({ state: { data } }) => (data && isMoving(data) ? LOOK_MS : false),
  });

/** The last merges into a client. */
export const mergesOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [...key(workspaceId, clientId), 'list'],
    queryFn: async ({ signal }) =>
      bodyOf(await api.merges.list({ params: { workspaceId, clientId }, signal })).data,
  });

/** What the server has just answered; the clients changed behind the pages' backs. */
export function keepMerge(workspaceId: WorkspaceId, merge: Merge) {
  queryClient.setQueryData(mergeDetail(workspaceId, merge.clientId, merge.id).queryKey, merge);
  void refreshAll(workspaceId);
}

/** Everything of the workspace that is on screen is read anew: a merge moves all there is of a client. */
export const refreshAll = (workspaceId: WorkspaceId) =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === workspaceId && !queryKey.includes('preview'),
  });
