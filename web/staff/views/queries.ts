import { queryOptions } from '@tanstack/react-query';
import type { ViewId, WorkspaceId } from '#contracts/ids.ts';
import type { View, ViewList } from '#contracts/schemas/view.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

/** The views of the list of clients that this person may open, and the one he begins with. */
export const viewList = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [workspaceId, 'views'],
    queryFn: async ({ signal }): Promise<ViewList> =>
      bodyOf(await api.views.list({ params: { workspaceId }, signal })),
    staleTime: 60_000,
  });

function change(workspaceId: WorkspaceId, next: (old: ViewList) => ViewList) {
  queryClient.setQueryData(viewList(workspaceId).queryKey, (old) => old && next(old));
}

/** A view that the server has just answered, new or changed; shared ones stand first. */
export const keepView = (workspaceId: WorkspaceId, view: View) =>
  change(workspaceId, (old) => {
    const known = old.data.some(({ id }) => id === view.id);
    const data = known ? old.data.map((one) => (one.id === view.id ? view : one)) : [...old.data, view];
    return { ...old, data: data.toSorted((a, b) => Number(b.shared) - Number(a.shared)) };
  });

/** A view that there is no more. */
export const dropView = (workspaceId: WorkspaceId, viewId: ViewId) =>
  change(workspaceId, (old) => ({
    data: old.data.filter(({ id }) => id !== viewId),
    defaultViewId: old.defaultViewId === viewId ? null : old.defaultViewId,
  }));

/** The view that this person begins with from now on. */
export const keepDefault = (workspaceId: WorkspaceId, defaultViewId: ViewId | null) =>
  change(workspaceId, (old) => ({ ...old, defaultViewId }));
