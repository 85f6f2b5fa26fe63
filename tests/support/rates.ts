import type { ClientId } from '#contracts/ids.ts';
import type { RateChanges, RatePut } from '#contracts/schemas/rate.ts';
import type { givenWorkspace, SignedIn } from './given.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;

/** A rate as tests begin it. */
export const engineer = (over: Partial<RatePut> = {}): RatePut => ({
  position: 'Engineer',
  regular: 10_000,
  effectiveFrom: '2026-01-01',
  ...over,
});

/** Rates of one client of a workspace, and of its card. */
export async function ratesOf(given: Given) {
  const client = async (name: string): Promise<ClientId> => {
    const { data } = await given.api.clients.create({ params: given, body: { name } });
    if (!data) throw new Error('no client');
    return data.id;
  };
  const clientId = await client('Acme');
  const params = () => ({ workspaceId: given.workspaceId, clientId });
  return {
    clientId,
    client,
    params,
    change: async (body: Partial<RateChanges>, as: SignedIn = given) =>
      (await as.api.rates.change({ params: params(), body })).data?.data ?? [],
    changeCard: (body: Partial<RateChanges>) => given.api.rates.changeCard({ params: given, body }),
    all: async () => (await given.api.rates.list({ params: params() })).data?.data ?? [],
    on: (day: string, position = 'engineer') =>
      given.api.rates.resolve({ params: params(), query: { position, on: day } }),
  };
}
