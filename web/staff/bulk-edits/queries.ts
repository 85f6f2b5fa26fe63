import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { BulkEditId, WorkspaceId } from '#contracts/ids.ts';
import type { BulkEdit, BulkOutcome } from '#contracts/schemas/bulk-edit.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

/** Between two looks at one that is at work. */
const LOOK_MS = 700;

const moving: readonly string[] = ['preparing', 'running', 'cancelling', 'undoing'];

/** Whether a job is at it, and what is shown will be another in a moment. */
export const isMoving = ({ state }: Pick<BulkEdit, 'state'>): boolean => moving.includes(state);

const key = (workspaceId: WorkspaceId) => [workspaceId, 'bulk-edits'] as const;

/** One of the asker's bulk edits, looked at again and again while a job is at it. */
export const bulkEdit = (workspaceId: WorkspaceId, bulkEditId: BulkEditId) =>
  queryOptions({
    queryKey: [...key(workspaceId), bulkEditId],
    queryFn: async ({ signal }) =>
      bodyOf(await api.bulkEdits.get({ params: { workspaceId, bulkEditId }, signal })),
    refetchInterval: ({ state: { data } }) => (data && isMoving(data) ? LOOK_MS : false),
  });

/** The asker's own of the last days, newest first. */
export const bulkEditList = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [...key(workspaceId), 'list'],
    queryFn: async ({ signal }) => bodyOf(await api.bulkEdits.list({ params: { workspaceId }, signal })).data,
    staleTime: 0,
  });

/** What became of the clients, page after page; `stage` makes another question of it once it was taken back. */
export const bulkRows = (
  workspaceId: WorkspaceId,
  bulkEditId: BulkEditId,
  wanted: { outcome?: BulkOutcome | undefined; undone?: BulkOutcome | undefined },
  stage: string,
) =>
  infiniteQueryOptions({
    queryKey: [...key(workspaceId), bulkEditId, 'rows', stage, wanted],
    queryFn: async ({ signal, pageParam }) =>
      bodyOf(
        await api.bulkEdits.rows({
          params: { workspaceId, bulkEditId },
          query: { ...wanted, cursor: pageParam },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ page }) => page.next ?? undefined,
  });

/** What the server has just answered. */
export function keepBulkEdit(workspaceId: WorkspaceId, edit: BulkEdit) {
  queryClient.setQueryData(bulkEdit(workspaceId, edit.id).queryKey, edit);
}

/** Clients changed behind the pages' backs: whatever shows one is read anew. */
export const refreshClients = (workspaceId: WorkspaceId) =>
  queryClient.invalidateQueries({ queryKey: [workspaceId, 'clients'] });
