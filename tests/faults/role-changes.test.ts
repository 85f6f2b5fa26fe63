import { expect, test } from 'vitest';
import { daysAfter } from '#contracts/days.ts';
import { useOwnCloud } from './own-cloud.ts';

const own = useOwnCloud();

test('S5 the schedule makes a planned change once, also when it runs again and at the same moment', async () => {
  const { api, workspaceId, cloud, verify } = own();
  const { data: client } = await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  if (!client) throw new Error('no client');
  const params = { workspaceId, clientId: client.id };
  const { data: ana } = await api.contacts.create({ params, body: { firstName: 'Ana' } });
  if (!ana) throw new Error('no contact');
  const at = { ...params, contactId: ana.id };
  const from = daysAfter(new Date().toISOString().slice(0, 10), 10);
  await api.contacts.update({ params: at, ifMatch: 1, body: { planned: { from, flags: ['approver'] } } });
  const run = async (day: string) => {
    await cloud.runSchedule('schedule-role-changes', new Date(`${day}T12:00:00Z`));
    await cloud.idle();
  };
  const read = async () => (await api.contacts.get({ params: at })).data;
  await run(daysAfter(from, -2));
  expect(await read()).toMatchObject({ version: 2, flags: [] });
  // Slept through: it is made when the schedule runs again, and counts from its own day.
  const late = daysAfter(from, 2);
  await Promise.all([run(late), run(late), run(late)]);
  await run(late);
  expect(await read()).toMatchObject({ version: 3, flags: ['approver'], planned: null });
  const { data: history } = await api.contacts.roles({ params: at });
  expect(history?.spans.at(-1)).toMatchObject({ from, to: null, flags: ['approver'] });
  expect((await verify()).breaches).toEqual([]);
});
