import { expect, test } from 'vitest';
import { daysFrom } from '#domain/requirement-states.ts';
import { useOwnCloud } from './own-cloud.ts';

const own = useOwnCloud();

test('K4: the schedule mails who is responsible, once a step, also when the day is run again and at the same moment', async () => {
  const { api, workspaceId, cloud, verify } = own();
  const { data: client } = await api.clients.create({ params: { workspaceId }, body: { name: 'Acme' } });
  if (!client) throw new Error('no client');
  const standard = { key: 'iso_9001', name: 'ISO 9001' };
  await api.standards.create({ params: { workspaceId }, body: standard });
  const dueOn = '2099-06-30';
  await api.requirements.assign({
    params: { workspaceId, clientId: client.id },
    body: { standardKey: standard.key, dueOn },
  });
  const run = async (days: number) => {
    await cloud.runSchedule('schedule-reminders', new Date(`${daysFrom(dueOn, -days)}T07:00:00Z`));
    await cloud.idle();
  };
  const subjects = () =>
    cloud.mail.messages().flatMap(({ to, subject }) => (to === 'mara@example.test' ? [subject] : []));
  await run(61);
  expect(subjects()).toEqual([]);
  await run(60);
  await run(60);
  expect(subjects()).toEqual(['Acme: ISO 9001 is due in 60 days']);
  await Promise.all([run(30), run(30), run(30)]);
  expect(subjects().sort()).toEqual(['Acme: ISO 9001 is due in 30 days', 'Acme: ISO 9001 is due in 60 days']);
  expect((await verify()).breaches).toEqual([]);
});

test('K4: west of UTC the hourly schedule mails in the morning there, once', async () => {
  const { api, workspaceId, cloud, verify } = own();
  const params = { workspaceId };
  const { data: settings } = await api.workspaceSettings.get({ params });
  const body = { timeZone: 'America/Los_Angeles' };
  await api.workspaceSettings.update({ params, ifMatch: settings?.version ?? 0, body });
  const { data: client } = await api.clients.create({ params, body: { name: 'West' } });
  if (!client) throw new Error('no client');
  await api.standards.create({ params, body: { key: 'soc_2', name: 'SOC 2' } });
  await api.requirements.assign({
    params: { ...params, clientId: client.id },
    body: { standardKey: 'soc_2', dueOn: '2098-06-30' },
  });
  const told = () => cloud.mail.messages().filter(({ subject }) => subject.startsWith('West:')).length;
  const counts: [string, number][] = [];
  // Los Angeles is seven hours behind in June.
  for (const at of ['05:30', '13:30', '14:30', '15:30']) {
    await cloud.runSchedule('schedule-reminders', new Date(`2098-06-29T${at}:00Z`));
    await cloud.idle();
    counts.push([at, told()]);
  }
  expect(counts).toEqual([
    ['05:30', 0],
    ['13:30', 0],
    ['14:30', 1],
    ['15:30', 1],
  ]);
  expect((await verify()).breaches).toEqual([]);
});
