import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { givenWorkspace } from '../support/given.ts';
import type { Sample } from './access-samples.ts';

const day = (n: number) => `2026-11-${String(1 + n).padStart(2, '0')}`;

/** Calls of the routes of follow-ups at their worst: full pages, each row of a client of its own. */
export function followUpSamples(
  given: () => Awaited<ReturnType<typeof givenWorkspace>>,
  at: () => { workspaceId: WorkspaceId; clientId: ClientId },
): Record<string, () => Promise<Sample>> {
  const what = 'w'.repeat(200);
  const promise = async (clientId = at().clientId, n = 0) => {
    const params = { ...at(), clientId };
    const { data } = await given().api.followUps.create({ params, body: { what, dueOn: day(n) } });
    return data?.id ?? '';
  };

  return {
    'followUps.mine': async () => {
      const { data } = await given().api.clients.list({ params: given() });
      await Promise.all((data?.data ?? []).map(({ id }) => promise(id)));
      return { query: { until: '2026-12-31' } };
    },
    'followUps.list': async () => {
      await Promise.all(Array.from({ length: 50 }, (_, n) => promise(at().clientId, n % 28)));
      return {};
    },
    'followUps.create': async () => ({
      body: { what, dueOn: day(0), ownerId: (await given().join('manager')).person.userId },
    }),
    'followUps.get': async () => ({ params: { followUpId: await promise() } }),
    'followUps.update': async () => ({
      params: { followUpId: await promise() },
      ifMatch: 1,
      body: { what: `${what.slice(1)}!`, done: true, ownerId: (await given().join('manager')).person.userId },
    }),
    'followUps.remove': async () => ({ params: { followUpId: await promise() }, ifMatch: 1 }),
  };
}
