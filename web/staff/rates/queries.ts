import { queryOptions } from '@tanstack/react-query';
import type { BrandId, ClientId, ProjectId, WorkspaceId } from '#contracts/ids.ts';
import type { RateChanges, RateCopy, RateOutcome, Rates, Uplift } from '#contracts/schemas/rate.ts';
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

/** A preview has no key: it writes nothing. */
const asked = (idempotencyKey: string | null) => ({
  query: { preview: idempotencyKey === null ? ('true' as const) : ('false' as const) },
  ...(idempotencyKey !== null && { idempotencyKey }),
});

/** Raises rates where they stand; without a key it only says what that would write. */
export async function upliftRates(
  workspaceId: WorkspaceId,
  home: RateHome,
  body: Partial<Uplift> & Pick<Uplift, 'percent' | 'from'>,
  idempotencyKey: string | null,
): Promise<RateOutcome> {
  const how = { body, ...asked(idempotencyKey) };
  if (home === 'card') return bodyOf(await api.rates.upliftCard({ params: { workspaceId }, ...how }));
  if (typeof home === 'string') {
    return bodyOf(await api.rates.uplift({ params: { workspaceId, clientId: home }, ...how }));
  }
  return 'brandId' in home
    ? bodyOf(await api.rates.upliftBrand({ params: { workspaceId, ...home }, ...how }))
    : bodyOf(await api.rates.upliftProject({ params: { workspaceId, ...home }, ...how }));
}

/** Copies rates to where others stand; without a key it only says what that would write. */
export async function copyRates(
  workspaceId: WorkspaceId,
  home: RateHome,
  body: RateCopy,
  idempotencyKey: string | null,
): Promise<RateOutcome> {
  const how = { body, ...asked(idempotencyKey) };
  if (home === 'card') return bodyOf(await api.rates.copyCard({ params: { workspaceId }, ...how }));
  if (typeof home === 'string') {
    return bodyOf(await api.rates.copy({ params: { workspaceId, clientId: home }, ...how }));
  }
  return 'brandId' in home
    ? bodyOf(await api.rates.copyBrand({ params: { workspaceId, ...home }, ...how }))
    : bodyOf(await api.rates.copyProject({ params: { workspaceId, ...home }, ...how }));
}
