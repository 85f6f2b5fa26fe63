import { queryOptions } from '@tanstack/react-query';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { Standard } from '#contracts/schemas/standard.ts';
import { api, bodyOf } from '../session/api.ts';

/** Every standard of the workspace, archived ones too. */
export const standardsOf = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [workspaceId, 'standards'],
    queryFn: async ({ signal }): Promise<Standard[]> =>
      bodyOf(await api.standards.list({ params: { workspaceId }, signal })).data,
  });
