import { expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import type { FollowUpCreate, FollowUpPatch } from '#contracts/schemas/follow-up.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace, type SignedIn } from '../support/given.ts';
import { joinLimited } from '../support/limited.ts';
import { refused } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

async function givenClient() {
  const given = await givenWorkspace();
  const { data } = await given.api.clients.create({ params: given, body: { name: 'Acme' } });
  if (!data) throw new Error('no client');
  const params = { workspaceId: given.workspaceId, clientId: data.id };
  const promise = async (body: Partial<FollowUpCreate> = {}, api = given.api, at = params) => {
    const whole = { what: 'Send the quote', dueOn: '2026-11-22', ...body };
    const { data: followUp } = await api.followUps.create({ params: at, body: whole });
    if (!followUp) throw new Error('no follow-up');
    return followUp;
  };
  const change = async (followUp: { id: string; version: number }, body: FollowUpPatch, api = given.api) => {
    const at = { ...params, followUpId: followUp.id as never };
    const { data: changed } = await api.followUps.update({ params: at, ifMatch: followUp.version, body });
    if (!changed) throw new Error('nothing changed');
    return changed;
  };
  const listed = async (state: 'open' | 'done' = 'open') =>
    (await given.api.followUps.list({ params, query: { state } })).data?.data ?? [];
  const day = async (until: string, { api }: Pick<SignedIn, 'api'> = given) =>
    (await api.followUps.mine({ params: given, query: { until } })).data?.data ?? [];
  return { ...given, params, promise, change, listed, day };
}

test('T6 a follow-up is promised, put off, done, reopened and removed, and the timeline tells of it', async () => {
  const { api, params, promise, change, listed, person } = await givenClient();
  const first = await promise({ what: '  Send the quote ' });
  expect(first).toMatchObject({
    version: 1,
    what: 'Send the quote',
    ownerId: person.userId,
    ownerName: 'Mara Lindqvist',
    dueOn: '2026-11-22',
    snoozedUntil: null,
    doneAt: null,
  });
  const second = await promise({ what: 'Call back', dueOn: '2026-11-01' });
  expect((await listed()).map(({ id }) => id)).toEqual([second.id, first.id]);
  const away = await change(second, { snoozedUntil: '2026-12-01' });
  expect((await listed()).map(({ id }) => id)).toEqual([first.id, second.id]);
  const done = await change(away, { done: true });
  expect(done.doneAt).toMatch(/^20/);
  expect(await listed()).toMatchObject([{ id: first.id }]);
  expect(await listed('done')).toEqual([done]);
  expect(await change(done, { done: true })).toEqual(done);
  const again = await change(done, { done: false });
  expect(again).toMatchObject({ doneAt: null, snoozedUntil: '2026-12-01', version: 4 });
  const at = { ...params, followUpId: again.id };
  expect((await api.followUps.get({ params: at })).data).toEqual(again);
  await expect(api.followUps.remove({ params: at, ifMatch: 1 })).rejects.toMatchObject({ status: 412 });
  await api.followUps.remove({ params: at, ifMatch: 4 });
  await expect(api.followUps.get({ params: at })).rejects.toMatchObject({ status: 404 });
  expect(await listed()).toMatchObject([{ id: first.id }]);
  const told = async () =>
    (await api.activity.ofClient({ params })).data?.data.filter(({ record }) => record.id === again.id) ?? [];
  const entries = await eventually(told, (all) => all.length === 5);
  expect(entries.map(({ type }) => type)).toEqual([
    'follow_up.deleted',
    'follow_up.status_changed',
    'follow_up.status_changed',
    'follow_up.updated',
    'follow_up.created',
  ]);
  expect(entries[2]?.changes).toEqual([{ field: 'status', label: 'Status', before: 'open', after: 'done' }]);
  await expectSound(params);
});

test('T6 a snooze lies after the due day, and a later due day takes its place', async () => {
  const { promise, change } = await givenClient();
  const followUp = await promise({ dueOn: '2026-11-22' });
  await expect(change(followUp, { snoozedUntil: '2026-11-22' })).rejects.toMatchObject({
    errors: [{ pointer: '/snoozedUntil', code: 'before_due' }],
  });
  const away = await change(followUp, { snoozedUntil: '2026-11-25' });
  expect(await change(away, { dueOn: '2026-11-24' })).toMatchObject({ snoozedUntil: '2026-11-25' });
  const later = await change({ ...away, version: 3 }, { dueOn: '2026-12-01' });
  expect(later).toMatchObject({ dueOn: '2026-12-01', snoozedUntil: null });
});

test('T6 my day is what I owe by a day, of every client I see, the longest due first', async () => {
  const { api, params, promise, change, day, join, workspaceId } = await givenClient();
  const { data: bolt } = await api.clients.create({ params: { workspaceId }, body: { name: 'Bolt' } });
  const elsewhere = { ...params, clientId: bolt?.id as ClientId };
  const today = '2026-11-22';
  await promise({ what: 'Today' });
  await promise({ what: 'Tomorrow', dueOn: '2026-11-23' });
  const late = await promise({ what: 'Late', dueOn: '2026-10-01' }, api, elsewhere);
  const manager = await join('manager');
  await promise({ what: 'Theirs', ownerId: manager.person.userId });
  expect((await day(today)).map(({ what, clientName }) => [what, clientName])).toEqual([
    ['Late', 'Bolt'],
    ['Today', 'Acme'],
  ]);
  expect(await day(today, manager)).toMatchObject([{ what: 'Theirs', ownerName: 'Mara Lindqvist' }]);
  expect((await day('2026-11-23')).map(({ what }) => what)).toEqual(['Late', 'Today', 'Tomorrow']);
  const at = { ...elsewhere, followUpId: late.id };
  const body = { snoozedUntil: '2026-11-25' };
  await api.followUps.update({ params: at, ifMatch: 1, body });
  expect((await day('2026-11-24')).map(({ what }) => what)).toEqual(['Today', 'Tomorrow']);
  expect((await day('2026-11-25')).map(({ what }) => what)).toEqual(['Today', 'Tomorrow', 'Late']);
  const [first] = await day(today);
  if (!first) throw new Error('nothing is due');
  await change(first, { done: true });
  expect(await day(today)).toEqual([]);
  // What lies in the trash is nobody's day, and comes back with its client.
  await api.clients.remove({ params: elsewhere, ifMatch: 1 });
  expect((await day('2026-12-31')).map(({ what }) => what)).toEqual(['Tomorrow']);
  await api.clients.restore({ params: elsewhere, ifMatch: 2 });
  expect((await day('2026-12-31')).map(({ what }) => what)).toEqual(['Tomorrow', 'Late']);
  await expectSound(params);
});

test('T6 only who sees the client can be asked to keep a promise, and who sees it no more has it not in his day', async () => {
  const { api, params, promise, change, day, join, owner, workspaceId } = await givenClient();
  const basic = await join('basic');
  const disabled = await join('manager');
  const gone = { workspaceId, userId: disabled.person.userId };
  await api.members.update({ params: gone, ifMatch: 1, body: { status: 'disabled' } });
  const nobody = '5f0f3c1e-0f43-4b57-9d3e-0a8b3f2a7c11';
  const wrong = { errors: [{ pointer: '/ownerId', code: 'out_of_sight' }] };
  for (const ownerId of [basic.person.userId, disabled.person.userId, nobody as never]) {
    await expect(promise({ ownerId })).rejects.toMatchObject(wrong);
  }
  const work = { name: 'Shared', memberIds: [basic.person.userId] };
  const { data: project } = await api.projects.create({ params, body: work });
  const followUp = await promise({ ownerId: basic.person.userId });
  expect(await day('2026-11-22', basic)).toMatchObject([{ id: followUp.id }]);
  const place = { ...params, projectId: project?.id as never };
  await api.projects.update({ params: place, ifMatch: 1, body: { memberIds: [] } });
  expect(await day('2026-11-22', basic)).toEqual([]);
  expect(await refused(change(followUp, { done: true }, basic.api))).toEqual([404, 'not_found']);
  const limited = await joinLimited({ workspaceId, owner, join });
  expect(await refused(limited.api.followUps.list({ params }))).toEqual([404, 'not_found']);
  await expect(change(followUp, { ownerId: limited.person.userId })).rejects.toMatchObject(wrong);
});

test('T6 who leaves hands on what he owes: to the successor, or to the owner of a client the successor does not see', async () => {
  const { api, params, promise, day, join, person, workspaceId } = await givenClient();
  const [leaving, basic, manager] = [await join('manager'), await join('basic'), await join('manager')];
  for (let n = 0; n < 22; n += 1) await promise({ what: `Owed ${n}`, ownerId: leaving.person.userId });
  const { data: own } = await leaving.api.clients.create({ params: { workspaceId }, body: { name: 'Own' } });
  const theirs = { ...params, clientId: own?.id as ClientId };
  await promise({ what: 'To his own client' }, leaving.api, theirs);
  const at = { workspaceId, userId: leaving.person.userId };
  const to = basic.person.userId;
  await api.members.update({ params: at, ifMatch: 1, body: { status: 'disabled', handOverTo: to } });
  const hand = async (heir = to) => (await api.members.handOver({ params: at, body: { to: heir } })).data;
  expect(await refused(api.members.remove({ params: at, ifMatch: 2 }))).toEqual([409, 'owes_follow_ups']);
  expect(await hand()).toEqual({ moved: 20, left: true });
  expect(await hand(manager.person.userId)).toEqual({ moved: 3, left: false });
  await api.members.remove({ params: at, ifMatch: 2 });
  const whose = async (who: SignedIn) => (await day('2026-11-22', who)).map(({ what }) => what);
  // The basic member sees the client that he was given, and not the other one, which is its owner's.
  const given = [await whose({ person, api } as SignedIn), await whose(basic), await whose(manager)];
  expect(given.flat()).toHaveLength(23);
  expect(given[1]?.every((what) => what === 'To his own client')).toBe(true);
  expect(given[0]?.length).toBeGreaterThanOrEqual(19);
  await expectSound(params);
});

test('T6 bad fields are named, the same key promises once, and another client does not have it', async () => {
  const { api, params, promise, listed, workspaceId } = await givenClient();
  const bad = await promise({ what: ' ', dueOn: '22.11.2026', ownerId: 'me' as never }).catch(
    (error) => error.errors,
  );
  expect(bad.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    '/dueOn',
    '/ownerId',
    '/what',
  ]);
  await expect(promise({ what: 'x'.repeat(201) })).rejects.toMatchObject({ errors: [{ pointer: '/what' }] });
  const noDay = api.followUps.mine({ params, query: { until: 'tomorrow' } });
  await expect(noDay).rejects.toMatchObject({ status: 422, errors: [{ pointer: '?until' }] });
  const body = { what: 'Once', dueOn: '2026-11-22' };
  const [one, two] = await Promise.all(
    [1, 2].map(() => api.followUps.create({ params, body, idempotencyKey: 'the-same-key-twice' })),
  );
  expect(one?.data).toEqual(two?.data);
  expect(await listed()).toHaveLength(1);
  const { data: bolt } = await api.clients.create({ params: { workspaceId }, body: { name: 'Bolt' } });
  const elsewhere = { ...params, clientId: bolt?.id as ClientId, followUpId: one?.data?.id as never };
  expect(await refused(api.followUps.get({ params: elsewhere }))).toEqual([404, 'not_found']);
});
