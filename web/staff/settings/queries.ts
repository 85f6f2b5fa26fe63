import { queryOptions } from '@tanstack/react-query';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { WorkspaceSettings } from '#contracts/schemas/workspace.ts';
import { api, bodyOf } from '../session/api.ts';

/** What the workspace is called and where it is at home. */
export const workspaceSettings = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [workspaceId, 'settings'],
    queryFn: async ({ signal }): Promise<WorkspaceSettings> =>
      bodyOf(await api.workspaceSettings.get({ params: { workspaceId }, signal })),
  });
