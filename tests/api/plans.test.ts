import { describe, expect, test } from 'vitest';
import type { PlanChange } from '#contracts/schemas/plan.ts';
import { apiAs, givenWorkspace, send } from '../support/given.ts';
import { signInToPortal, siteOf } from '../support/portal.ts';
import { givenPortal } from '../support/portal-given.ts';
import { refused } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;

const planOf = async ({ api, workspaceId }: Pick<Given, 'api' | 'workspaceId'>) => {
  const { data } = await api.workspacePlan.get({ params: { workspaceId } });
  if (!data) throw new Error('no plan');
  return data;
};

const change = async (given: Pick<Given, 'api' | 'workspaceId'>, body: PlanChange) => {
  const { version } = await planOf(given);
  return given.api.workspacePlan.update({ params: given, ifMatch: version, body });
};

const make = (given: Pick<Given, 'api' | 'workspaceId'>, name = 'Client') =>
  given.api.clients.create({ params: given, body: { name } });

describe('limits', () => {
  test('a hundred who create at limit minus one: exactly one succeeds', async () => {
    const given = await givenWorkspace('owner', 'solo');
    for (let n = 1; n <= 9; n += 1) await make(given, `Client ${n}`);
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => make(given)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    const limits = reasons.filter(({ problem }) => problem?.code === 'limit_reached');
    expect(limits[0]?.problem).toMatchObject({ limit: 'clients.active', used: 10, max: 10, status: 402 });
    // On a busy machine some may be told to come back; none of them has written anything.
    expect(reasons.every(({ status }) => status === 402 || status === 503)).toBe(true);
    await expectSound(given);
  });

  test('what is inactive or in the trash costs nothing, and coming back takes room', async () => {
    const given = await givenWorkspace('owner', 'solo');
    const made = [];
    for (let n = 1; n <= 10; n += 1) made.push((await make(given, `Client ${n}`)).data);
    const [first, second] = made;
    if (!first || !second) throw new Error('no clients');
    const at = (clientId: typeof first.id) => ({ workspaceId: given.workspaceId, clientId });
    const idle = { status: 'inactive', reason: 'Paused' } as const;
    await given.api.clients.setStatus({ params: at(first.id), ifMatch: 1, body: idle });
    await make(given, 'In its place');
    const back = given.api.clients.setStatus({
      params: at(first.id),
      ifMatch: 2,
      body: { status: 'active' },
    });
    expect(await refused(back)).toEqual([402, 'limit_reached']);
    await given.api.clients.remove({ params: at(second.id), ifMatch: 1 });
    await make(given, 'Another');
    expect(await refused(given.api.clients.restore({ params: at(second.id), ifMatch: 2 }))).toEqual([
      402,
      'limit_reached',
    ]);
    expect((await planOf(given)).limits).toContainEqual({ limit: 'clients.active', used: 10, max: 10 });
  });

  test('above a lowered limit nothing goes, reads and edits stay, creates stop; an add-on makes room', async () => {
    const given = await givenWorkspace();
    for (let n = 1; n <= 12; n += 1) await make(given, `Client ${n}`);
    await change(given, { plan: 'solo' });
    const { data } = await given.api.clients.list({ params: given });
    expect(data?.data).toHaveLength(12);
    const [client] = data?.data ?? [];
    if (!client) throw new Error('no client');
    const params = { workspaceId: given.workspaceId, clientId: client.id };
    await given.api.clients.update({ params, ifMatch: client.version, body: { name: 'Renamed' } });
    expect(await refused(make(given))).toEqual([402, 'limit_reached']);
    await change(given, { addOns: ['more_clients'] });
    expect((await make(given)).data).toBeTruthy();
  });
});

describe('modules', () => {
  test('one that is off leaves no trace, links nobody, and comes back as it was', async () => {
    const given = await givenWorkspace();
    const basic = await given.join('basic');
    const { data: client } = await make(given, 'Acme');
    if (!client) throw new Error('no client');
    const params = { workspaceId: given.workspaceId, clientId: client.id };
    const body = { name: 'Relaunch', memberIds: [basic.person.userId] };
    await given.api.projects.create({ params, body });
    const sees = async () => (await basic.api.clients.list({ params: given })).data?.data.length;
    const counts = async () => (await basic.api.clients.counts({ params: given })).data?.pending;
    expect([await sees(), await counts()]).toEqual([1, 1]);

    await change(given, { modules: { projects: 'disabled' } });
    expect(await refused(given.api.projects.list({ params }))).toEqual([404, 'not_found']);
    expect(await refused(basic.api.clients.get({ params }))).toEqual([404, 'not_found']);
    expect([await sees(), await counts()]).toEqual([0, 0]);

    await change(given, { modules: { projects: 'parked' } });
    const parked = (await planOf(given)).modules.find(({ key }) => key === 'projects');
    expect(parked).toMatchObject({ state: 'parked', keptUntil: expect.any(String) });
    await change(given, { modules: { projects: 'enabled' } });
    expect((await given.api.projects.list({ params })).data?.data).toMatchObject([{ name: 'Relaunch' }]);
    expect([await sees(), await counts()]).toEqual([1, 1]);
  });

  test('a module goes only where its state leads, and the core stays on', async () => {
    const given = await givenWorkspace();
    for (const modules of [{ projects: 'parked' }, { clients: 'disabled' }] as const) {
      expect(await refused(change(given, { modules }))).toEqual([409, 'invalid_transition']);
    }
  });

  test('the portal is closed with its module, its plan and its workspace, at once', async () => {
    const { workspace, email, clientIds } = await givenPortal();
    const site = siteOf(workspace);
    const token = await signInToPortal(site, email);
    const [clientId] = clientIds;
    const path = `/api/portal/workspaces/${workspace.workspaceId}/clients/${clientId}/company`;
    const company = async () =>
      (await send('GET', path, { site, headers: { authorization: `Bearer ${token}` } })).status;
    expect(await company()).toBe(200);
    await change(workspace, { modules: { portal: 'disabled' } });
    expect(await company()).toBe(404);
    expect((await send('GET', '/api/portal/bootstrap', { site })).status).toBe(404);
    await change(workspace, { modules: { portal: 'enabled' } });
    expect(await company()).toBe(200);
    await change(workspace, { plan: 'solo' });
    expect(await company()).toBe(404);
  });
});

describe('the plan', () => {
  test('what a simulation says is what then happens', async () => {
    const given = await givenWorkspace();
    const viewer = await given.join('viewer');
    for (let n = 1; n <= 11; n += 1) await make(given, `Client ${n}`);
    const { data: list } = await given.api.clients.list({ params: given, query: { limit: 1 } });
    const at = { workspaceId: given.workspaceId, clientId: list?.data[0]?.id as never };
    await given.api.projects.create({ params: at, body: { name: 'Relaunch' } });
    const body = { plan: 'solo' };
    const { data: simulated } = await given.api.workspacePlan.simulate({ params: given, body });
    const before = (await given.api.staffMe.get({})).data?.workspaces[0];
    await change(given, body);
    const after = (await given.api.staffMe.get({})).data?.workspaces[0];
    const gone = before?.features.filter((feature) => !after?.features.includes(feature));
    expect(simulated?.lost).toEqual(gone);
    expect(simulated?.menus).toEqual(['Projects', 'Rates', 'Compliance', 'Rate card', 'Standards']);
    expect(simulated?.records).toEqual([
      { kind: 'projects', count: 1 },
      { kind: 'accesses', count: 0 },
    ]);
    expect(simulated?.limits).toContainEqual({ limit: 'clients.active', used: 11, max: 10, over: true });
    expect(simulated?.people.map(({ userId, loses }) => [userId, loses])).toContainEqual([
      viewer.person.userId,
      ['Projects'],
    ]);
    expect(simulated?.routes.length).toBeGreaterThan(0);
    const ulid = '01JD8Z5K6M7N8P9Q0R1S2T3V4W';
    const parts: Record<string, string> = {
      workspaceId: given.workspaceId,
      clientId: `cli_${ulid}`,
      projectId: `prj_${ulid}`,
      brandId: `brd_${ulid}`,
      requirementId: `cmp_${ulid}`,
      evidenceId: `evd_${ulid}`,
      standardKey: 'iso_9001',
      role: 'viewer',
    };
    for (const key of simulated?.routes ?? []) {
      const [method = '', path = ''] = key.split(' ');
      const url = path.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? `no ${name}`);
      const answer = await send(method, url, { headers: { authorization: `Bearer ${given.token}` } });
      expect([key, answer.status]).toEqual([key, 402]);
    }
  });

  test('who manages modules does not manage the plan', async () => {
    const given = await givenWorkspace();
    const admin = { ...(await given.join('admin')), workspaceId: given.workspaceId };
    expect(await refused(change(admin, { plan: 'solo' }))).toEqual([403, 'forbidden']);
    expect((await change(admin, { modules: { activity: 'disabled' } })).data).toBeTruthy();
  });

  test('anybody may see what is sold', async () => {
    const { data } = await apiAs(null).plans.offers({});
    expect(data?.data.filter(({ kind }) => kind === 'plan').map(({ key }) => key)).toEqual(
      expect.arrayContaining(['solo', 'studio', 'agency']),
    );
  });

  test('W2 the sample is loaded once, counts nowhere, and goes in one go', async () => {
    const given = await givenWorkspace('owner', 'studio');
    const { data: loaded } = await given.api.sample.load({ params: given });
    await given.api.sample.load({ params: given });
    const { data: list } = await given.api.clients.list({ params: given });
    expect(list?.data).toMatchObject([{ sample: true }]);
    const params = { workspaceId: given.workspaceId, clientId: loaded?.clientId as never };
    expect((await given.api.contacts.list({ params })).data?.data).toHaveLength(4);
    expect((await given.api.projects.list({ params })).data?.data).toHaveLength(1);
    const { data: counts } = await given.api.clients.counts({ params: given });
    expect(counts).toEqual({ active: 0, pending: 0, inactive: 0 });
    await given.api.sample.remove({ params: given });
    await given.api.sample.remove({ params: given });
    expect((await given.api.clients.list({ params: given })).data?.data).toEqual([]);
    expect((await given.api.sample.get({ params: given })).data).toEqual({ loaded: false, clientId: null });
    expect((await given.api.sample.load({ params: given })).data?.loaded).toBe(true);
    // The removed one is being swept, and the new one told of.
    await expectSound(given);
  });
});
