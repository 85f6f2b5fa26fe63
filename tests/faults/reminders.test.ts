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
    await cloud.runSchedule('schedule-reminders', new Date(`${daysFrom(dueOn, -days)}T05:30:00Z`));
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
