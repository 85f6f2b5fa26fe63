import { describe, expect, test } from 'vitest';
import { givenOperator, givenWorkspace } from '../support/given.ts';
import { refused } from '../support/refused.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;

const version = async ({ api, workspaceId }: Given) =>
  (await api.workspaceSettings.get({ params: { workspaceId } })).data?.version ?? 0;

describe('explain', () => {
  test('the shown gate is the one that, when opened, opens the way', async () => {
    const given = await givenWorkspace();
    const basic = await given.join('basic');
    const { data: client } = await given.api.clients.create({ params: given, body: { name: 'Acme' } });
    if (!client) throw new Error('no client');
    const query = { action: 'projects.view', record: client.id } as const;
    const ask = async () => (await basic.api.access.explain({ params: given, query })).data;
    const params = { workspaceId: given.workspaceId, clientId: client.id };
    const plan = async (body: object) =>
      given.api.workspacePlan.update({ params: given, ifMatch: await version(given), body });

    await plan({ plan: 'solo', modules: { projects: 'disabled' } });
    expect(await ask()).toMatchObject({ allowed: false, stop: 'module' });
    await plan({ modules: { projects: 'enabled' } });
    expect(await ask()).toMatchObject({ allowed: false, stop: 'plan' });
    await plan({ plan: 'agency' });
    expect(await ask()).toMatchObject({ allowed: false, stop: 'scope' });
    await given.api.projects.create({ params, body: { name: 'P', memberIds: [basic.person.userId] } });
    expect(await ask()).toMatchObject({ allowed: true, stop: null, remedy: null, fixers: [] });
    expect((await basic.api.projects.list({ params })).data?.data).toHaveLength(1);
  });

  test('a lacking key names who can give it', async () => {
    const given = await givenWorkspace();
    const viewer = await given.join('viewer');
    const query = { action: 'clients.create' } as const;
    const { data } = await viewer.api.access.explain({ params: given, query });
    expect(data).toMatchObject({ stop: 'role', fixers: [{ userId: given.person.userId }] });
    expect(data?.gates.map(({ gate, verdict }) => [gate, verdict])).toEqual([
      ['membership', 'open'],
      ['module', 'open'],
      ['plan', 'open'],
      ['role', 'shut'],
      ['scope', 'not_needed'],
      ['status', 'not_needed'],
    ]);
  });

  test('ATK-51 of a hidden client it tells what it tells of none', async () => {
    const given = await givenWorkspace();
    const basic = await given.join('basic');
    const { data: hidden } = await given.api.clients.create({ params: given, body: { name: 'Hidden' } });
    const ask = async (record: never) => {
      const { data } = await basic.api.access.explain({
        params: given,
        query: { action: 'clients.view', record },
      });
      return { ...data, record: null };
    };
    expect(await ask(hidden?.id as never)).toEqual(await ask('cli_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as never));
  });

  test('about others only with the key, and never about what one does not see oneself', async () => {
    const given = await givenWorkspace();
    const [basic, limited] = [await given.join('basic'), await given.join('manager')];
    const query = { action: 'clients.view', subject: given.person.userId } as const;
    expect(await refused(basic.api.access.explain({ params: given, query }))).toEqual([403, 'forbidden']);
    expect(await refused(limited.api.access.explain({ params: given, query }))).toEqual([403, 'forbidden']);
    const { data } = await given.api.access.explain({
      params: given,
      query: { action: 'clients.create', subject: basic.person.userId },
    });
    expect(data).toMatchObject({ subject: { name: basic.person.name, role: 'Basic' }, stop: 'role' });
  });
});

describe('operators', () => {
  test('a plan that is written changes nobody until it is applied, and then only what was shown', async () => {
    const [operator, given] = [await givenOperator(), await givenWorkspace('owner', 'studio')];
    const { data: offers } = await operator.api.plans.offers({});
    const studio = offers?.data.find(({ kind, key }) => kind === 'plan' && key === 'studio');
    if (!studio) throw new Error('no plan');
    const { kind, key, version: seen, ...content } = studio;
    const place = { kind, key };
    const more = [...content.features.filter((one) => one !== 'custom_roles'), 'custom_roles'];
    await operator.api.operator.putOffer({
      params: place,
      ifMatch: seen,
      body: { ...content, features: more },
    });
    const features = async () => (await given.api.staffMe.get({})).data?.workspaces[0]?.features;
    expect(await features()).not.toContain('custom_roles');

    let shown: { gained: string[]; pinned: number } | undefined;
    for (let cursor: string | undefined; !shown; ) {
      const { data } = await operator.api.operator.spread({ params: place, query: { cursor } });
      shown = data?.data.find(({ workspace }) => workspace.id === given.workspaceId);
      if (!data?.page.next) break;
      cursor = data.page.next;
    }
    expect(shown).toMatchObject({ gained: ['custom_roles'], pinned: seen });
    const params = { ...place, workspaceId: given.workspaceId };
    await operator.api.operator.apply({ params, ifMatch: await version(given) });
    expect(await features()).toContain('custom_roles');
    // Put back as it was: the offers are the installation's, and other tests read them.
    await operator.api.operator.putOffer({ params: place, ifMatch: seen + 1, body: content });
  });

  test('an unknown feature is named', async () => {
    const operator = await givenOperator();
    const body = {
      name: 'Odd',
      summary: 'Odd',
      price: { amount: 1, currency: 'EUR' },
      features: ['clients', 'teleport'],
      limits: {},
      retired: true,
    };
    const params = { kind: 'add_on', key: 'odd' } as const;
    const error = await operator.api.operator
      .putOffer({ params, ifMatch: 0, body })
      .catch((thrown) => thrown);
    expect(error.problem).toMatchObject({
      code: 'unknown_feature_key',
      errors: [{ pointer: '/features/1' }],
    });
  });

  test('a suspended workspace is closed with the next request, and opens again', async () => {
    const [operator, given] = [await givenOperator(), await givenWorkspace()];
    const set = async (status: 'active' | 'suspended', ifMatch: number) =>
      operator.api.operator.setStatus({ params: given, ifMatch, body: { status } });
    const seen = await version(given);
    await set('suspended', seen);
    expect(await refused(given.api.clients.list({ params: given }))).toEqual([404, 'not_found']);
    await set('active', seen + 1);
    expect((await given.api.clients.list({ params: given })).data).toBeTruthy();
  });
});
