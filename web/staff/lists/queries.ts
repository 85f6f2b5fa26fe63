import { queryOptions } from '@tanstack/react-query';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { List } from '#contracts/schemas/list.ts';
import { api, bodyOf } from '../session/api.ts';

/** The lists that forms offer. */
export const workspaceLists = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [workspaceId, 'lists'],
    queryFn: async ({ signal }): Promise<List[]> =>
      bodyOf(await api.lists.list({ params: { workspaceId }, signal })).data,
  });
