import { expect, test } from 'vitest';
import { frozenClock } from '#cloud/clock.ts';
import { daysAfter } from '#contracts/days.ts';
import type { ContactId } from '#contracts/ids.ts';
import { unlimited } from '#contracts/limits.ts';
import type { ContactCreate, ContactPatch } from '#contracts/schemas/contact.ts';
import { committer } from '#data/commit.ts';
import { contactRepository } from '#data/repositories/contacts.ts';
import { applyPlanned } from '#domain/role-changes.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace, world } from '../support/given.ts';
import { refused } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

const today = new Date().toISOString().slice(0, 10);
const inDays = (days: number) => daysAfter(today, days);

/** A client with people, and the hourly run at any time one likes. */
async function givenPeople({ timeZone = 'UTC' } = {}) {
  const given = await givenWorkspace();
  const { api, workspaceId, person } = given;
  if (timeZone !== 'UTC') {
    const { data: settings } = await api.workspaceSettings.get({ params: given });
    const ifMatch = settings?.version ?? 0;
    await api.workspaceSettings.update({ params: given, ifMatch, body: { timeZone } });
  }
  const { data: client } = await api.clients.create({ params: given, body: { name: 'Acme' } });
  if (!client) throw new Error('no client');
  const params = { workspaceId, clientId: client.id };
  const add = async (body: ContactCreate) => {
    const { data } = await api.contacts.create({ params, body });
    if (!data) throw new Error('no contact');
    return data;
  };
  const change = async ({ id, version }: { id: ContactId; version: number }, body: ContactPatch) => {
    const at = { ...params, contactId: id };
    const { data } = await api.contacts.update({ params: at, ifMatch: version, body });
    if (!data) throw new Error('nothing changed');
    return data;
  };
  const read = async (contactId: ContactId) =>
    (await api.contacts.get({ params: { ...params, contactId } })).data;
  const history = async (contactId: ContactId) =>
    (await api.contacts.roles({ params: { ...params, contactId } })).data;
  const run = (at: string) => {
    const { client: db, tables } = world();
    const clock = frozenClock(at);
    const { data } = world().acting(workspaceId, person, 'owner', clock);
    const place = { client: db, table: tables.main, workspaceId, limits: unlimited };
    const contacts = contactRepository({ ...place, commit: committer(db, tables.main, null) });
    return applyPlanned({ clock, data: { clients: data.clients, workspaces: data.workspaces, contacts } });
  };
  return { ...given, params, add, change, read, history, run };
}

test('S5 a planned change is made on its day, once, and the history tells who was what', async () => {
  const { api, params, add, change, read, history, run, workspaceId } = await givenPeople();
  const ana = await add({ firstName: 'Ana', title: 'Buyer', flags: ['reviewer'] });
  const plan = { from: inDays(3), flags: ['approver' as const], title: 'Head of buying' };
  const planned = await change(ana, { planned: plan });
  expect(planned).toMatchObject({ version: 2, flags: ['reviewer'], planned: { ...plan, failed: null } });
  expect(await run(`${inDays(2)}T23:00:00.000Z`)).toBe(0);
  expect(await Promise.all([run(`${inDays(3)}T00:30:00.000Z`), run(`${inDays(3)}T00:30:00.000Z`)])).toContain(
    1,
  );
  expect(await run(`${inDays(4)}T00:30:00.000Z`)).toBe(0);
  expect(await read(ana.id)).toMatchObject({
    version: 3,
    flags: ['approver'],
    title: 'Head of buying',
    planned: null,
    updatedBy: { type: 'system' },
  });
  expect(await history(ana.id)).toEqual({
    spans: [
      { from: today, to: inDays(2), title: 'Buyer', department: null, flags: ['reviewer'] },
      { from: inDays(3), to: null, title: 'Head of buying', department: null, flags: ['approver'] },
    ],
    planned: null,
  });
  const told = async () =>
    (await api.activity.ofClient({ params })).data?.data
      .filter(({ type }) => type === 'contact.updated')
      .flatMap(({ changes }) => changes.map(({ field, after }) => [field, after]));
  await eventually(told, (changes) => changes?.length === 4);
  expect(new Map((await told()) as [string, string][])).toEqual(
    new Map([
      ['planned', expect.stringContaining(inDays(3))],
      ['flags', 'approver'],
      ['title', 'Head of buying'],
    ]),
  );
  await expectSound({ workspaceId });
});

test('S5 the day is that of the client’s time zone', async () => {
  const { add, change, run } = await givenPeople({ timeZone: 'America/Los_Angeles' });
  const ana = await add({ firstName: 'Ana' });
  await change(ana, { planned: { from: inDays(5), flags: ['billing'] } });
  expect(await run(`${inDays(5)}T05:00:00.000Z`)).toBe(0);
  expect(await run(`${inDays(5)}T12:00:00.000Z`)).toBe(1);
});

test('S5 a place that is taken on the day is not taken away: the plan fails, is told, and can be dismissed', async () => {
  const { api, params, add, change, read, run, workspaceId } = await givenPeople();
  const [ana, bo] = [await add({ firstName: 'Ana' }), await add({ firstName: 'Bo' })];
  await change(ana, { planned: { from: inDays(1), flags: ['communication_owner'] } });
  const owner = await change(bo, { flags: ['communication_owner'] });
  expect(await run(`${inDays(1)}T12:00:00.000Z`)).toBe(1);
  const failed = await read(ana.id);
  expect(failed).toMatchObject({ flags: [], planned: { failed: 'flag_taken' } });
  await change(owner, { flags: [] });
  // It is not made behind anybody's back later on.
  expect(await run(`${inDays(2)}T12:00:00.000Z`)).toBe(0);
  const told = async () =>
    (await api.activity.ofClient({ params })).data?.data.find(
      ({ actor, record }) => actor.type === 'system' && record.id === ana.id,
    );
  const entry = await eventually(told, (found) => found !== undefined);
  expect(entry?.changes[0]?.after).toContain('flag_taken');
  expect(await change(failed as never, { planned: null })).toMatchObject({ planned: null });
  await expectSound({ workspaceId });
});

test('S3 a place of somebody who has left by the day is free for what is planned', async () => {
  const { add, change, read, history, run, workspaceId } = await givenPeople();
  await add({ firstName: 'Zoe' });
  const ana = await add({ firstName: 'Ana', flags: ['communication_owner'], leftOn: inDays(1) });
  const bo = await add({ firstName: 'Bo' });
  await change(bo, { planned: { from: inDays(2), flags: ['communication_owner'] } });
  expect(await run(`${inDays(2)}T12:00:00.000Z`)).toBe(1);
  expect(await read(bo.id)).toMatchObject({ flags: ['communication_owner'], planned: null });
  expect((await read(ana.id))?.flags).toEqual([]);
  expect((await history(ana.id))?.spans).toEqual([
    { from: today, to: inDays(1), title: null, department: null, flags: ['communication_owner'] },
  ]);
  await expectSound({ workspaceId });
});

test('S2 a change may have held since a day in the past, as far as nothing else is known of it', async () => {
  const { workspaceId, api, params, add, change, history } = await givenPeople();
  const ana = await add({ firstName: 'Ana', title: 'Buyer' });
  const wrong = (from: string, code: string) =>
    expect(change(ana, { from, title: 'Head' })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/from', code }],
    });
  await wrong(inDays(1), 'ahead');
  await wrong(inDays(-1), 'too_early');
  await expect(change(ana, { from: today, pronouns: 'she' })).rejects.toMatchObject({
    errors: [{ pointer: '/from', code: 'nothing_new' }],
  });
  await change(ana, { from: today, title: 'Head' });
  expect((await history(ana.id))?.spans.map(({ title }) => title)).toEqual(['Head']);
  await expectSound({ workspaceId });
  expect((await api.contacts.list({ params })).data?.data).toHaveLength(1);
});

test('S5 a plan can be replaced and cancelled, lies ahead, and goes with its contact', async () => {
  const { api, params, add, change, run, workspaceId } = await givenPeople();
  const ana = await add({ firstName: 'Ana' });
  const bad = (planned: object) => change(ana, { planned } as never);
  const ahead = { status: 422, errors: [{ pointer: '/planned/from', code: 'not_ahead' }] };
  await expect(bad({ from: today, title: 'CEO' })).rejects.toMatchObject(ahead);
  const far = { status: 422, errors: [{ pointer: '/planned/from', code: 'too_far' }] };
  await expect(bad({ from: inDays(400), title: 'CEO' })).rejects.toMatchObject(far);
  expect(await refused(bad({ from: inDays(4) }))).toEqual([422, 'validation_failed']);
  const first = await change(ana, { planned: { from: inDays(2), title: 'CEO' } });
  const second = await change(first, { planned: { from: inDays(6), title: 'CFO' } });
  expect(await run(`${inDays(2)}T12:00:00.000Z`)).toBe(0);
  const third = await change(second, { planned: null });
  expect(await run(`${inDays(6)}T12:00:00.000Z`)).toBe(0);
  const fourth = await change(third, { planned: { from: inDays(8), title: 'CTO' }, flags: ['billing'] });
  await api.contacts.remove({ params: { ...params, contactId: ana.id }, ifMatch: fourth.version });
  expect(await run(`${inDays(8)}T12:00:00.000Z`)).toBe(0);
  await expectSound({ workspaceId });
});
