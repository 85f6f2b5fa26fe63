import type { ClientId } from '#contracts/ids.ts';
import type { RatePut } from '#contracts/schemas/rate.ts';
import type { givenWorkspace } from '../support/given.ts';
import { givenLine } from '../support/lineage.ts';
import type { Sample } from './access-samples.ts';

const row = (n: number, effectiveFrom: string): RatePut => ({
  position: `Position number ${n} with a rather long name`,
  regular: 10_000 + n,
  overtime: 15_000 + n,
  effectiveFrom,
  note: 'As agreed in the master services agreement',
});
const forty = (effectiveFrom: string) => Array.from({ length: 40 }, (_, n) => row(n, effectiveFrom));

/**
 * Calls of the routes of rates at their worst: whole batches, over a history of years, of the lowest of four
 * clients, whose currency is asked of all above it.
 */
export function rateSamples(
  given: () => Awaited<ReturnType<typeof givenWorkspace>>,
): Record<string, () => Promise<Sample>> {
  let deepest: ClientId | undefined;
  const lowest = async () => {
    deepest ??= (await givenLine(given(), 'Rated')).at(-1);
    return { clientId: deepest ?? '' };
  };
  const levels = new Map<string, string>();
  const level = async (kind: 'brand' | 'project') => {
    const { clientId } = await lowest();
    const known = levels.get(kind);
    if (known) return known;
    const params = { workspaceId: given().workspaceId, clientId };
    const body = { name: 'Rated' };
    const { data } =
      kind === 'brand'
        ? await given().api.brands.create({ params, body })
        : await given().api.projects.create({ params, body });
    levels.set(kind, data?.id ?? '');
    return data?.id ?? '';
  };
  const raise = { percent: 500, from: '2025-01-01' };
  const bare = async () => ({ clientId: (await givenLine(given(), 'Without rates')).at(-1) ?? '' });
  const copied = async () => ({ from: (await lowest()).clientId, effectiveFrom: '2026-01-01' });
  const ofBrand = async () => ({ ...(await lowest()), brandId: await level('brand') });
  const ofProject = async () => ({ ...(await lowest()), projectId: await level('project') });
  return {
    'rates.changeBrand': async () => ({ params: await ofBrand(), body: { put: forty('2024-01-01') } }),
    'rates.listBrand': async () => ({ params: await ofBrand() }),
    'rates.changeProject': async () => ({ params: await ofProject(), body: { put: forty('2024-01-01') } }),
    'rates.listProject': async () => ({ params: await ofProject() }),
    'rates.change': async () => ({ params: await lowest(), body: { put: forty('2024-01-01') } }),
    'rates.list': async () => ({ params: await lowest() }),
    'rates.changeCard': async () => ({ body: { put: forty('2024-01-01') } }),
    'rates.card': async () => ({}),
    'rates.resolve': async () => ({
      params: await lowest(),
      query: {
        position: row(7, '').position,
        on: '2026-01-01',
        brandId: await level('brand'),
        projectId: await level('project'),
      },
    }),
    'rates.uplift': async () => ({ params: await lowest(), body: raise }),
    'rates.upliftBrand': async () => ({ params: await ofBrand(), body: raise }),
    'rates.upliftProject': async () => ({ params: await ofProject(), body: raise }),
    'rates.upliftCard': async () => ({ body: raise }),
    'rates.copy': async () => ({ params: await bare(), body: await copied() }),
    'rates.copyBrand': async () => {
      const { clientId } = await bare();
      const params = { workspaceId: given().workspaceId, clientId: clientId as ClientId };
      const { data } = await given().api.brands.create({ params, body: { name: 'Bare' } });
      return { params: { clientId, brandId: data?.id ?? '' }, body: await copied() };
    },
    'rates.copyProject': async () => {
      const { clientId } = await bare();
      const params = { workspaceId: given().workspaceId, clientId: clientId as ClientId };
      const { data } = await given().api.projects.create({ params, body: { name: 'Bare' } });
      return { params: { clientId, projectId: data?.id ?? '' }, body: await copied() };
    },
    'rates.copyCard': async () => ({ body: await copied() }),
  };
}
