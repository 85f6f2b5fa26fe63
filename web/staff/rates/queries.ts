import { queryOptions } from '@tanstack/react-query';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { Rates } from '#contracts/schemas/rate.ts';
import { api, bodyOf } from '../session/api.ts';

/** The rates of a client. Read anew with every visit, and never under the hands of somebody who edits them. */
export const ratesOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'rates', clientId],
    queryFn: async ({ signal }): Promise<Rates> =>
      bodyOf(await api.rates.list({ params: { workspaceId, clientId }, signal })),
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
