import { expect, test } from 'vitest';
import { frozenClock } from '#cloud/clock.ts';
import type { Letter } from '#contracts/jobs.ts';
import { unlimited } from '#contracts/limits.ts';
import { loadAccess } from '#data/repositories/access.ts';
import { reminderRepository } from '#data/repositories/reminders.ts';
import type { Clock } from '#domain/deps.ts';
import { remind } from '#domain/reminder-run.ts';
import { daysFrom } from '#domain/requirement-states.ts';
import { givenCompliance } from '../support/compliance.ts';
import { world } from '../support/given.ts';
import { expectSound } from '../support/sound.ts';

const DEADLINE = '2030-03-31';
const morning = (day: string) => `${day}T07:30:00.000Z`;

/** A requirement that falls due on a day of its own, and the daily run at any time one likes. */
async function givenDeadline({ timeZone = 'UTC' } = {}) {
  const given = await givenCompliance();
  const { api, workspaceId, person, params, standard, assign } = given;
  const { data: settings } = await api.workspaceSettings.get({ params });
  if (timeZone !== 'UTC') {
    const ifMatch = settings?.version ?? 0;
    await api.workspaceSettings.update({ params, ifMatch, body: { timeZone } });
  }
  await standard();
  const requirement = await assign({ dueOn: DEADLINE });
  const letters: Letter[] = [];
  const post = async (letter: Letter) => void letters.push(letter);

  async function run(at: string, { mail = post, wall = at }: { mail?: typeof post; wall?: string } = {}) {
    const clock = frozenClock(at);
    const { data } = world().acting(workspaceId, person, 'owner', clock);
    const { client, tables } = world();
    const commit = () => Promise.reject(new Error('reminders need no transaction'));
    const db = { client, table: tables.main, workspaceId, limits: unlimited, commit };
    return remind({
      clock,
      wall: frozenClock(wall) satisfies Clock,
      mail: { send: mail },
      data: {
        clients: data.clients,
        clientSettings: data.clientSettings,
        requirements: data.requirements,
        standards: data.standards,
        workspaces: data.workspaces,
        reminders: reminderRepository(db),
      },
      accessOf: async (userId) =>
        (await loadAccess(client, tables.main, { workspaceId, userId }, null)).access,
    });
  }
  const before = (days: number) => morning(daysFrom(DEADLINE, -days));
  const subjects = () => letters.map(({ subject }) => subject.replace('Acme Robotics: ISO 9001 ', ''));
  return { ...given, requirement, letters, subjects, post, run, before };
}

test('K4: each of 60, 30, 15 and 1 days is told once, however often the day is run', async () => {
  const { run, before, letters, subjects, person, workspaceId } = await givenDeadline();
  for (const days of [62, 61, 60, 59, 31, 30, 29, 16, 15, 14, 2, 1, 0, -1, -3]) {
    await run(before(days));
    await run(before(days));
  }
  expect(subjects()).toEqual([
    'is due in 60 days',
    'is due in 30 days',
    'is due in 15 days',
    'is due tomorrow',
    'is overdue',
  ]);
  expect(new Set(letters.map(({ to }) => to))).toEqual(new Set([person.email]));
  await expectSound({ workspaceId });
});

test('C8: no mail goes out of what the settings want none of, and a parent company may want it', async () => {
  const { run, before, subjects, api, params, workspaceId } = await givenDeadline();
  const settle = async (onComplianceDue: 'email'[] | null) => {
    const { data } = await api.clientSettings.get({ params });
    await api.clientSettings.update({ params, ifMatch: data?.version ?? 0, body: { onComplianceDue } });
  };
  await api.clientSettings.updateDefaults({ params, ifMatch: 0, body: { onComplianceDue: [] } });
  const unready = api.clientSettings.updateDefaults({
    params,
    ifMatch: 1,
    body: { onComplianceDue: ['in_app'] },
  });
  await expect(unready).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/onComplianceDue' }] });
  expect(await run(before(60))).toBe(0);
  await settle(['email']);
  await run(before(59));
  await run(before(30));
  await settle(null);
  await run(before(15));
  expect(subjects()).toEqual(['is due in 30 days']);
  await expectSound({ workspaceId });
});

test('K4: of two runs at the same moment one tells', async () => {
  const { run, before, subjects } = await givenDeadline();
  const counts = await Promise.all(Array.from({ length: 6 }, () => run(before(30))));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(subjects()).toEqual(['is due in 30 days']);
});

test('K4: days that were slept through are told once, as what is left by then; a last one even late', async () => {
  const { run, before, subjects } = await givenDeadline();
  await run(before(60));
  await run(before(13));
  await run(before(12));
  await run(before(-2));
  await run(before(-3));
  expect(subjects()).toEqual(['is due in 60 days', 'is due in 13 days', 'is overdue']);
});

test('K4: what could not be posted is posted by the next try, once', async () => {
  const { run, before, subjects } = await givenDeadline();
  const fails = () => Promise.reject(new Error('the queue is away'));
  await expect(run(before(30), { mail: fails })).rejects.toThrow('the queue is away');
  await run(before(30));
  await run(before(30));
  expect(subjects()).toEqual(['is due in 30 days']);
});

test('K4: a run that died over a letter is made good by the next one, and by none while it may be alive', async () => {
  const { run, before, subjects } = await givenDeadline();
  let isPosting = () => {};
  const posting = new Promise<void>((resolve) => {
    isPosting = resolve;
  });
  const dies = () => {
    isPosting();
    return new Promise<never>(() => {});
  };
  void run(before(30), { mail: dies });
  await posting;
  const later = (minutes: number) => new Date(Date.parse(before(30)) + minutes * 60_000).toISOString();
  await run(before(30), { wall: later(2) });
  expect(subjects()).toEqual([]);
  await run(before(29), { wall: before(29) });
  await run(before(29), { wall: before(29) });
  expect(subjects()).toEqual(['is due in 29 days']);
});

test.each([
  ['Pacific/Auckland', '2030-03-29T18:00:00.000Z'],
  ['America/Los_Angeles', '2030-03-30T14:00:00.000Z'],
])('K4, M4: in %s the hourly run tells once, in the morning of its own day', async (timeZone, at) => {
  const { run, subjects } = await givenDeadline({ timeZone });
  const hour = (from: string, count: number) => new Date(Date.parse(from) + count * 3_600_000).toISOString();
  const told: string[] = [];
  for (let count = -12; count < 12; count += 1) {
    if ((await run(hour(at, count))) > 0) told.push(hour(at, count));
  }
  expect(told).toEqual([at]);
  expect(subjects()).toEqual(['is due tomorrow']);
});

test('K4: what has expired is told once more, on the day after its last', async () => {
  const { api, run, before, subjects, requirement } = await givenDeadline();
  const at = requirement.at;
  await api.requirements.move({ params: at, ifMatch: 1, body: { status: 'in_progress' } });
  const body = { status: 'compliant' as const, expiresOn: DEADLINE };
  await api.requirements.move({ params: at, ifMatch: 2, body });
  for (const days of [1, 0, -1, -2, -20]) await run(before(days));
  expect(subjects()).toEqual(['expires tomorrow', 'has expired']);
});

test('K4, K6: while it is snoozed or waived nobody is reminded, and then once', async () => {
  const { api, run, before, subjects, requirement } = await givenDeadline();
  const at = requirement.at;
  const until = daysFrom(DEADLINE, -20);
  const snooze = { until, reason: 'The auditor comes that week' };
  await api.requirements.update({ params: at, ifMatch: 1, body: { snooze } });
  await run(before(30));
  await run(before(21));
  expect(subjects()).toEqual([]);
  await run(before(20));
  await run(before(19));
  expect(subjects()).toEqual(['is due in 20 days']);
});

test('whoever lost the right to know is not told; the client’s owner is, while he may', async () => {
  const { api, run, before, letters, requirement, join, person, params } = await givenDeadline();
  const ana = await join('manager', 'Ana Ruiz');
  const body = { ownerId: ana.person.userId };
  await api.requirements.update({ params: requirement.at, ifMatch: 1, body });
  await run(before(60));
  const memberAt = { ...params, userId: ana.person.userId };
  await api.members.update({ params: memberAt, ifMatch: 1, body: { role: 'viewer' } });
  await run(before(30));
  expect(letters.map(({ to }) => to)).toEqual([ana.person.email, person.email]);
  const { data: client } = await api.clients.get({ params });
  await api.clients.remove({ params, ifMatch: client?.version ?? 0 });
  await run(before(15));
  expect(letters).toHaveLength(2);
});

test('a deadline that was moved is reminded of anew; steps that were over when it was set are not', async () => {
  const { api, run, subjects, requirement } = await givenDeadline();
  const at = requirement.at;
  const today = new Date().toISOString().slice(0, 10);
  const dueOn = daysFrom(today, 20);
  await api.requirements.update({ params: at, ifMatch: 1, body: { dueOn } });
  await run(morning(daysFrom(dueOn, -18)));
  await run(morning(daysFrom(dueOn, -15)));
  expect(subjects()).toEqual(['is due in 15 days']);
  await api.requirements.update({ params: at, ifMatch: 2, body: { dueOn: daysFrom(dueOn, 100) } });
  await run(morning(daysFrom(dueOn, 85)));
  expect(subjects()).toEqual(['is due in 15 days', 'is due in 15 days']);
});

test('a module that is off reminds nobody', async () => {
  const { api, params, run, before, subjects } = await givenDeadline();
  const { data: plan } = await api.workspacePlan.get({ params });
  const modules = { compliance: 'disabled' } as const;
  await api.workspacePlan.update({ params, ifMatch: plan?.version ?? 0, body: { modules } });
  await run(before(30));
  expect(subjects()).toEqual([]);
});
