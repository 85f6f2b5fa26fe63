import type { RatePut } from '#contracts/schemas/rate.ts';
import type { givenWorkspace } from '../support/given.ts';
import type { Sample } from './access-samples.ts';

const row = (n: number, effectiveFrom: string): RatePut => ({
  position: `Position number ${n} with a rather long name`,
  regular: 10_000 + n,
  overtime: 15_000 + n,
  effectiveFrom,
  note: 'As agreed in the master services agreement',
});
const forty = (effectiveFrom: string) => Array.from({ length: 40 }, (_, n) => row(n, effectiveFrom));

/** Calls of the routes of rates at their worst: whole batches, over a history of years. */
export function rateSamples(
  given: () => Awaited<ReturnType<typeof givenWorkspace>>,
  clientId: () => string,
): Record<string, () => Promise<Sample>> {
  return {
    'rates.change': async () => ({ body: { put: forty('2024-01-01') } }),
    'rates.list': async () => ({}),
    'rates.changeCard': async () => ({ body: { put: forty('2024-01-01') } }),
    'rates.card': async () => ({}),
    'rates.resolve': async () => ({ query: { position: row(7, '').position, on: '2026-01-01' } }),
    'rates.uplift': async () => ({ body: { percent: 500, from: '2025-01-01' } }),
    'rates.copy': async () => {
      const { api, workspaceId } = given();
      const { data } = await api.clients.create({ params: { workspaceId }, body: { name: 'Without rates' } });
      return {
        params: { clientId: data?.id ?? '' },
        body: { from: clientId(), effectiveFrom: '2026-01-01' },
      };
    },
  };
}
