import { queryOptions } from '@tanstack/react-query';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { Rates } from '#contracts/schemas/rate.ts';
import { api, bodyOf } from '../session/api.ts';

/** Whose rates: those of a client, or the rate card of the workspace. */
export type RateHome = ClientId | 'card';

/** The rates of a client, or the card. Read anew with every visit, and never under the hands of somebody who edits them. */
export const ratesOf = (workspaceId: WorkspaceId, home: RateHome) =>
  queryOptions({
    queryKey: [workspaceId, 'rates', home],
    queryFn: async ({ signal }): Promise<Rates> =>
      bodyOf(
        home === 'card'
          ? await api.rates.card({ params: { workspaceId }, signal })
          : await api.rates.list({ params: { workspaceId, clientId: home }, signal }),
      ),
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
