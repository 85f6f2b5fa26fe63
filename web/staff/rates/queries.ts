import { queryOptions } from '@tanstack/react-query';
import type { BrandId, ClientId, ProjectId, WorkspaceId } from '#contracts/ids.ts';
import type { RateChanges, Rates } from '#contracts/schemas/rate.ts';
import { api, bodyOf } from '../session/api.ts';

/** A brand or a project of a client. */
export type LevelHome =
  | { clientId: ClientId; brandId: BrandId }
  | { clientId: ClientId; projectId: ProjectId };
/** Whose rates: those of a client, of a brand or project of it, or the rate card of the workspace. */
export type RateHome = ClientId | 'card' | LevelHome;

/** The rates of a client, of a level of it, or the card. Read anew with every visit, and never under the hands of somebody who edits them. */
export const ratesOf = (workspaceId: WorkspaceId, home: RateHome) =>
  queryOptions({
    queryKey: [workspaceId, 'rates', home],
    queryFn: async ({ signal }): Promise<Rates> => bodyOf(await read(workspaceId, home, signal)),
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

function read(workspaceId: WorkspaceId, home: RateHome, signal: AbortSignal) {
  if (home === 'card') return api.rates.card({ params: { workspaceId }, signal });
  if (typeof home === 'string') return api.rates.list({ params: { workspaceId, clientId: home }, signal });
  return 'brandId' in home
    ? api.rates.listBrand({ params: { workspaceId, ...home }, signal })
    : api.rates.listProject({ params: { workspaceId, ...home }, signal });
}

/** Writes a batch where the rates stand. */
export function changeRates(workspaceId: WorkspaceId, home: RateHome, body: RateChanges) {
  if (home === 'card') return api.rates.changeCard({ params: { workspaceId }, body });
  if (typeof home === 'string') return api.rates.change({ params: { workspaceId, clientId: home }, body });
  return 'brandId' in home
    ? api.rates.changeBrand({ params: { workspaceId, ...home }, body })
    : api.rates.changeProject({ params: { workspaceId, ...home }, body });
}
