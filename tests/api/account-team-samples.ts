import type { ClientId, UserId, WorkspaceId } from '#contracts/ids.ts';
import type { givenWorkspace } from '../support/given.ts';
import type { Sample } from './access-samples.ts';

/** Calls of the routes of account teams at their worst: a full team, and a full page of places. */
export function accountTeamSamples(
  given: () => Awaited<ReturnType<typeof givenWorkspace>>,
  at: () => { workspaceId: WorkspaceId; clientId: ClientId },
): Record<string, () => Promise<Sample>> {
  const put = (userId: UserId, clientId = at().clientId) =>
    given().api.accountTeam.create({ params: { ...at(), clientId }, body: { userId, role: 'delivery' } });
  const someone = async () => (await given().join('viewer')).person.userId;
  let first: UserId;

  return {
    'accountTeam.list': async () => {
      for (let n = 0; n < 29; n += 1) {
        const userId = await someone();
        await put(userId);
        first ??= userId;
      }
      return {};
    },
    'accountTeam.create': async () => ({ body: { userId: await someone(), role: 'lead' } }),
    'accountTeam.update': async () => ({
      params: { userId: first },
      ifMatch: 1,
      body: { role: 'support', since: '2026-01-01' },
    }),
    'accountTeam.remove': async () => ({ params: { userId: first }, ifMatch: 2 }),
    'accountTeam.ofMember': async () => {
      const userId = await someone();
      const { data } = await given().api.clients.list({ params: given() });
      const others = (data?.data ?? []).filter(({ id }) => id !== at().clientId);
      await Promise.all(others.map(({ id }) => put(userId, id)));
      return { params: { userId } };
    },
  };
}
