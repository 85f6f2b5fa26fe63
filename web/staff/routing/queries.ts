import { queryOptions } from '@tanstack/react-query';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { Routing } from '#contracts/schemas/routing.ts';
import { api, bodyOf } from '../session/api.ts';

/** Who of a client is written to about what. */
export const routingOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'routing', clientId],
    queryFn: async ({ signal }): Promise<Routing> =>
      bodyOf(await api.routing.get({ params: { workspaceId, clientId }, signal })),
  });
