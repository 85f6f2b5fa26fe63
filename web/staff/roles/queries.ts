import { queryOptions } from '@tanstack/react-query';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { RoleTable } from '#contracts/schemas/role.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

/** The roles, what each holds, and how many people hold it. */
export const roleTable = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [workspaceId, 'roles'],
    queryFn: async ({ signal }): Promise<RoleTable> =>
      bodyOf(await api.roles.list({ params: { workspaceId }, signal })),
  });

/** The table as the server has just answered it. */
export const keepRoles = (workspaceId: WorkspaceId, table: RoleTable) =>
  queryClient.setQueryData(roleTable(workspaceId).queryKey, table);

export const refreshRoles = (workspaceId: WorkspaceId) =>
  queryClient.invalidateQueries({ queryKey: roleTable(workspaceId).queryKey });
