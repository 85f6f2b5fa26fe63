import { expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import { eventually } from '../support/eventually.ts';
import { joinLimited } from '../support/limited.ts';
import { refused } from '../support/refused.ts';
import { givenRequirement, inDays, today } from '../support/requirements.ts';
import { expectSound } from '../support/sound.ts';

test('K2: the percentage is what is met of what applies; the owner is the client’s unless named', async () => {
  const { api, params, person, standard, assign, move, requirement } = await givenRequirement();
  expect(requirement).toMatchObject({
    state: 'not_started',
    ownerId: person.userId,
    deadline: { kind: 'due', daysLeft: 40 },
    nextReminderOn: inDays(10),
  });
  await standard({ key: 'osha', name: 'OSHA' });
  await standard({ key: 'soc_2', name: 'SOC 2' });
  await assign({ standardKey: 'osha' });
  const third = await assign({ standardKey: 'soc_2' });
  await move({ status: 'in_progress' });
  await move({ status: 'compliant' });
  const body = { status: 'not_applicable' as const, reason: 'No software' };
  await api.requirements.move({ params: third.at, ifMatch: 1, body });
  const { data } = await api.requirements.list({ params });
  expect(data?.summary).toEqual({ applicable: 2, met: 1, expired: 0, percent: 50 });
  expect(data?.data.map(({ standardName, state }) => [standardName, state])).toEqual([
    ['ISO 9001', 'compliant'],
    ['OSHA', 'not_started'],
    ['SOC 2', 'not_applicable'],
  ]);
  await expectSound(params);
});

test('state machine 6: what is not begun cannot be met; what does not apply needs a reason', async () => {
  const { move, at, api, read, params } = await givenRequirement();
  await expect(move({ status: 'compliant' })).rejects.toMatchObject({
    status: 409,
    code: 'invalid_transition',
    problem: { allowed: ['in_progress', 'not_applicable'] },
  });
  expect(await refused(move({ status: 'not_applicable' }))).toEqual([422, 'validation_failed']);
  await move({ status: 'not_applicable', reason: 'They sell no hardware' });
  expect(await read()).toMatchObject({ state: 'not_applicable', deadline: null, nextReminderOn: null });
  const evidence = { label: 'x', url: 'x.test', issuedOn: today() };
  expect(await refused(api.requirements.addEvidence({ params: at, ifMatch: 2, body: evidence }))).toEqual([
    409,
    'invalid_transition',
  ]);
  await move({ status: 'in_progress' });
  expect(await read()).toMatchObject({ state: 'in_progress', statusReason: null, version: 3 });
  await expectSound(params);
});

test('K4: expiring and expired follow from the day and are stored nowhere', async () => {
  const { move, read } = await givenRequirement();
  await move({ status: 'in_progress' });
  for (const [days, state] of [
    [61, 'compliant'],
    [60, 'expiring'],
    [0, 'expiring'],
    [-1, 'expired'],
  ] as const) {
    await move({ status: 'compliant', expiresOn: inDays(days) });
    expect(await read()).toMatchObject({ state, status: 'compliant', deadline: { daysLeft: days } });
  }
});

test('K6: a waiver has an end that is near, an approver, and covers what has expired', async () => {
  const { api, at, move, read, person, params } = await givenRequirement();
  await move({ status: 'in_progress' });
  await move({ status: 'compliant', expiresOn: inDays(-3) });
  const waive = async (until: string) =>
    api.requirements.waive({
      params: at,
      ifMatch: (await read()).version,
      body: { reason: 'Auditor is ill', until },
    });
  await expect(waive(inDays(-1))).rejects.toMatchObject({ errors: [{ pointer: '/until' }] });
  await expect(waive(inDays(367))).rejects.toMatchObject({ errors: [{ pointer: '/until' }] });
  await waive(inDays(30));
  expect(await read()).toMatchObject({
    state: 'waived',
    waiver: { until: inDays(30), reason: 'Auditor is ill', approver: { id: person.userId } },
  });
  expect((await api.requirements.list({ params })).data?.summary).toMatchObject({
    applicable: 0,
    percent: null,
  });
  await api.requirements.unwaive({ params: at, ifMatch: (await read()).version });
  expect(await read()).toMatchObject({ state: 'expired', waiver: null });
  await expectSound(params);
});

test('another client’s requirement is a 404, and without compliance.view the timeline is silent about it', async () => {
  const { api, params, at, move, join, workspaceId, client } = await givenRequirement();
  const { data: bolt } = await api.clients.create({ params, body: { name: 'Bolt' } });
  if (!bolt) throw new Error('no client');
  const elsewhere = { ...at, clientId: bolt.id };
  expect(await refused(api.requirements.get({ params: elsewhere }))).toEqual([404, 'not_found']);
  await move({ status: 'in_progress' });
  await eventually(
    async () => (await api.activity.ofClient({ params })).data?.data.map(({ type }) => type) ?? [],
    (types) => types.includes('requirement.status_changed') && types.includes('requirement.created'),
  );
  const viewer = await join('viewer', 'Vera');
  await api.clients.update({
    params: { workspaceId, clientId: client.id },
    ifMatch: 1,
    body: { ownerId: viewer.person.userId },
  });
  const { data: told } = await viewer.api.activity.ofClient({ params });
  expect(told?.data.map(({ record }) => record.kind)).not.toContain('requirement');
  expect(told?.data.length).toBeGreaterThan(0);
});

test('a removed requirement leaves its timeline and can be assigned again; a module that is off leaves no trace', async () => {
  const { api, at, assign, params } = await givenRequirement();
  await api.requirements.remove({ params: at, ifMatch: 1 });
  expect((await api.requirements.list({ params })).data?.data).toEqual([]);
  await assign();
  await expectSound(params);
  const { data: plan } = await api.workspacePlan.get({ params });
  if (!plan) throw new Error('no plan');
  await api.workspacePlan.update({
    params,
    ifMatch: plan.version,
    body: { modules: { compliance: 'disabled' } },
  });
  expect(await refused(api.requirements.list({ params }))).toEqual([404, 'not_found']);
  expect(await refused(api.standards.list({ params }))).toEqual([404, 'not_found']);
});

test('K2, G2: who leaves hands on what he sees to: to the successor, or to the owner of a client he may not know of', async () => {
  const { api, params, standard, assign, join, person, workspaceId, client } = await givenRequirement();
  const [leaving, basic, manager] = [await join('manager'), await join('basic'), await join('manager')];
  for (let n = 0; n < 11; n += 1) {
    const { key } = await standard({ key: `std_${n}`, name: `Standard ${n}` });
    await assign({ standardKey: key, ownerId: leaving.person.userId, dueOn: inDays(n + 5) });
  }
  const at = { workspaceId, userId: leaving.person.userId };
  await api.members.update({ params: at, ifMatch: 1, body: { status: 'disabled' } });
  expect(await refused(api.members.remove({ params: at, ifMatch: 2 }))).toEqual([
    409,
    'responsible_for_compliance',
  ]);
  const hand = async (to: typeof basic) =>
    (await api.members.handOver({ params: at, body: { to: to.person.userId } })).data;
  expect(await hand(basic)).toEqual({ moved: 10, left: true });
  expect(await hand(manager)).toEqual({ moved: 1, left: false });
  await api.members.remove({ params: at, ifMatch: 2 });
  const { data } = await api.requirements.list({ params: { workspaceId, clientId: client.id } });
  const names = data?.data.map(({ ownerName }) => ownerName).sort() ?? [];
  expect(new Set(data?.data.map(({ ownerId }) => ownerId))).toEqual(
    new Set([person.userId, manager.person.userId]),
  );
  expect(names).toHaveLength(12);
  await expectSound(params);
});

test('K2: what is late or about to be at all clients is one list, of the clients that one sees', async () => {
  const { api, params, standard, assign, join, person, workspaceId, move } = await givenRequirement();
  await standard({ key: 'osha', name: 'OSHA' });
  const late = await assign({ standardKey: 'osha', dueOn: inDays(-3) });
  const limited = await joinLimited({ workspaceId, owner: { person, api } as never, join } as never);
  const { data: own } = await limited.api.clients.create({ params: { workspaceId }, body: { name: 'Own' } });
  const clientId = own?.id as ClientId;
  const body = { standardKey: 'osha', dueOn: inDays(10) };
  await api.requirements.assign({ params: { workspaceId, clientId }, body });
  const listed = async (who: typeof api, until = inDays(60)) =>
    (await who.requirements.due({ params, query: { until } })).data?.data.map((row) => [
      row.clientName,
      row.standardName,
      row.deadline?.daysLeft,
    ]);
  expect(await listed(api)).toEqual([
    ['Acme Robotics', 'OSHA', -3],
    ['Own', 'OSHA', 10],
    ['Acme Robotics', 'ISO 9001', 40],
  ]);
  expect(await listed(limited.api)).toEqual([['Own', 'OSHA', 10]]);
  expect(await listed(api, inDays(9))).toEqual([['Acme Robotics', 'OSHA', -3]]);
  const first = await api.requirements.due({ params, query: { until: inDays(60), limit: 1 } });
  const cursor = first.data?.page.next ?? undefined;
  const second = await api.requirements.due({ params, query: { until: inDays(60), limit: 1, cursor } });
  expect(second.data?.data[0]?.clientName).toBe('Own');
  await api.requirements.waive({ params: late.at, ifMatch: 1, body: { reason: 'ill', until: inDays(5) } });
  await move({ status: 'not_applicable', reason: 'They sell nothing' });
  expect(await listed(api)).toEqual([['Own', 'OSHA', 10]]);
});
