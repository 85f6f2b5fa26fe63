import { queryOptions } from '@tanstack/react-query';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { Requirements } from '#contracts/schemas/requirement.ts';
import { api, bodyOf } from '../session/api.ts';

/** What a client has to meet, and how far it does today. */
export const requirementsOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'requirements', clientId],
    queryFn: async ({ signal }): Promise<Requirements> =>
      bodyOf(await api.requirements.list({ params: { workspaceId, clientId }, signal })),
  });
