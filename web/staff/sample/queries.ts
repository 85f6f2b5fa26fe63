import { queryOptions } from '@tanstack/react-query';
import type { WorkspaceId } from '#contracts/ids.ts';
import { api, bodyOf } from '../session/api.ts';

/** Whether the sample data is loaded. */
export const sampleState = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [workspaceId, 'sample'],
    queryFn: async ({ signal }) => bodyOf(await api.sample.get({ params: { workspaceId }, signal })),
  });
