import { expect, test } from 'vitest';
import type { BrandId, ContactId } from '#contracts/ids.ts';
import type { BrandCreate } from '#contracts/schemas/brand.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace } from '../support/given.ts';
import { expectSound } from '../support/sound.ts';

async function givenClient() {
  const given = await givenWorkspace();
  const { data } = await given.api.clients.create({ params: given, body: { name: 'Acme' } });
  if (!data) throw new Error('no client');
  const params = { workspaceId: given.workspaceId, clientId: data.id };
  const add = async (body: BrandCreate) => {
    const { data: brand } = await given.api.brands.create({ params, body });
    if (!brand) throw new Error('no brand');
    return brand;
  };
  return { ...given, params, add };
}

test('a brand is added, changed and removed, and the timeline tells of it', async () => {
  const { api, params, add } = await givenClient();
  const brand = await add({ name: ' Bolt ', color: '#1F6FEB', website: 'bolt.test' });
  expect(brand).toMatchObject({ name: 'Bolt', color: '#1f6feb', website: 'https://bolt.test', note: null });
  const at = { ...params, brandId: brand.id };
  const { data: changed } = await api.brands.update({ params: at, ifMatch: 1, body: { color: null } });
  expect(changed).toMatchObject({ name: 'Bolt', color: null, version: 2 });
  expect((await api.brands.get({ params: at })).data).toEqual(changed);
  expect((await api.brands.list({ params })).data?.data).toEqual([changed]);
  await expect(api.brands.remove({ params: at, ifMatch: 1 })).rejects.toMatchObject({ status: 412 });
  await api.brands.remove({ params: at, ifMatch: 2 });
  expect((await api.brands.list({ params })).data?.data).toEqual([]);
  const types = async () =>
    (await api.activity.ofClient({ params })).data?.data.map(({ type }) => type) ?? [];
  expect((await eventually(types, (told) => told.length >= 4)).sort()).toEqual([
    'brand.created',
    'brand.deleted',
    'brand.updated',
    'client.created',
  ]);
  await expectSound({ workspaceId: params.workspaceId });
});

test('B3 a brand keeps further colours, each once, and an empty list takes them away', async () => {
  const { api, params, add } = await givenClient();
  const brand = await add({ name: 'Bolt', color: '#1f6feb', moreColors: ['#0B7285', '#2b8a3e'] });
  expect(brand.moreColors).toEqual(['#0b7285', '#2b8a3e']);
  const at = { ...params, brandId: brand.id };
  const twice = api.brands.update({ params: at, ifMatch: 1, body: { moreColors: ['#0b7285', '#0B7285'] } });
  await expect(twice).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/moreColors' }] });
  const bad = api.brands.update({ params: at, ifMatch: 1, body: { moreColors: ['#0b7285', 'red'] } });
  await expect(bad).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/moreColors/1' }] });
  await api.brands.update({ params: at, ifMatch: 1, body: { moreColors: [] } });
  expect((await api.brands.get({ params: at })).data).toMatchObject({ color: '#1f6feb', moreColors: [] });
});

test('a name is one brand of the client, case aside; given back it is free; bad fields are named', async () => {
  const { api, params, add, workspaceId } = await givenClient();
  const first = await add({ name: 'Straße' });
  const taken = { status: 409, code: 'name_taken', errors: [{ pointer: '/name' }] };
  await expect(add({ name: 'STRASSE' })).rejects.toMatchObject(taken);
  const second = await add({ name: 'Road' });
  const at = { ...params, brandId: second.id };
  await expect(
    api.brands.update({ params: at, ifMatch: 1, body: { name: 'strasse' } }),
  ).rejects.toMatchObject(taken);
  await api.brands.remove({ params: { ...params, brandId: first.id }, ifMatch: 1 });
  const racing = await Promise.allSettled(Array.from({ length: 10 }, () => add({ name: 'straße' })));
  expect(racing.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const bad = await add({ name: ' ', color: 'red', website: 'javascript:1' }).catch((error) => error.errors);
  expect(bad.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    '/color',
    '/name',
    '/website',
  ]);
  const { data: bolt } = await api.clients.create({ params: { workspaceId }, body: { name: 'Bolt' } });
  if (!bolt) throw new Error('no client');
  const elsewhere = { ...at, clientId: bolt.id };
  await expect(api.brands.get({ params: elsewhere })).rejects.toMatchObject({ status: 404 });
  await expectSound({ workspaceId: params.workspaceId });
});

test('B3 a removed brand silences nobody: who stood for it alone stands for the client, or has left with it', async () => {
  const { api, params, add } = await givenClient();
  const [bolt, kite] = [await add({ name: 'Bolt' }), await add({ name: 'Kite' })];
  const contact = async (firstName: string, brandIds: BrandId[]) => {
    const emails = [`${firstName.toLowerCase()}@acme.test`];
    const body = { firstName, emails, flags: ['approver' as const], brandIds };
    const { data } = await api.contacts.create({ params, body });
    if (!data) throw new Error('no contact');
    return data;
  };
  await contact('Whole', []);
  const only = await contact('Only', [bolt.id]);
  const both = await contact('Both', [kite.id, bolt.id]);
  const rules = [bolt.id, kite.id].map((brandId) => ({
    event: 'approval_requested' as const,
    brandId,
    to: ['approver' as const],
    cc: [],
  }));
  await api.routing.update({ params, ifMatch: 0, body: { rules } });
  const at = { ...params, brandId: bolt.id };
  expect((await api.brands.uses({ params: at })).data).toEqual({
    alone: 1,
    contacts: [
      { id: only.id, name: 'Only', alone: true, primary: false },
      { id: both.id, name: 'Both', alone: false, primary: false },
    ],
    rules: ['approval_requested'],
    rates: 0,
  });
  await expect(api.brands.remove({ params: at, ifMatch: 1 })).rejects.toMatchObject({
    status: 409,
    code: 'brand_in_use',
    problem: { alone: 1 },
  });
  await api.brands.remove({ params: at, ifMatch: 1, query: { alone: 'widen' } });
  const read = async (contactId: ContactId) =>
    (await api.contacts.get({ params: { ...params, contactId } })).data;
  expect(await read(only.id)).toMatchObject({ brandIds: [], leftOn: null });
  expect(await read(both.id)).toMatchObject({ brandIds: [kite.id] });
  const { data: routing } = await api.routing.get({ params });
  expect(routing?.rules).toEqual([rules[1]]);
  const approvals = routing?.routed.filter(({ event }) => event === 'approval_requested');
  expect(approvals?.map(({ brandId, to }) => [brandId, to.map(({ name }) => name)])).toEqual([
    [null, ['Whole', 'Only']],
    [kite.id, ['Whole', 'Only', 'Both']],
  ]);
  await api.brands.remove({ params: { ...params, brandId: kite.id }, ifMatch: 1, query: { alone: 'leave' } });
  const left = await read(both.id);
  expect(left?.brandIds).toEqual([]);
  expect(left?.leftOn && left.leftOn < new Date().toISOString().slice(0, 10)).toBe(true);
  await expectSound({ workspaceId: params.workspaceId });
});

test('B3 the primary contact does not leave with a brand, and what hangs on one is nobody’s business who does not see the client', async () => {
  const { api, params, add, join } = await givenClient();
  const bolt = await add({ name: 'Bolt' });
  await api.contacts.create({ params, body: { firstName: 'Ana', brandIds: [bolt.id] } });
  const at = { ...params, brandId: bolt.id };
  await expect(
    api.brands.remove({ params: at, ifMatch: 1, query: { alone: 'leave' } }),
  ).rejects.toMatchObject({ status: 409, code: 'successor_needed' });
  await expect(
    api.brands.remove({ params: at, ifMatch: 1, query: { alone: 'drop' as never } }),
  ).rejects.toMatchObject({ status: 422, errors: [{ pointer: '?alone' }] });
  const limited = await join('basic');
  await expect(limited.api.brands.uses({ params: at })).rejects.toMatchObject({ status: 404 });
  await api.brands.remove({ params: at, ifMatch: 1, query: { alone: 'widen' } });
  await expectSound({ workspaceId: params.workspaceId });
});

test('B3 whoever comes to stand for a brand while it is removed stands for none that is gone', async () => {
  const { api, params, add } = await givenClient();
  const bolt = await add({ name: 'Bolt' });
  const coming = Array.from({ length: 30 }, (_, n) =>
    api.contacts.create({ params, body: { firstName: `P${n}`, brandIds: [bolt.id] } }).then(
      () => 201,
      ({ errors }) => errors?.[0]?.code,
    ),
  );
  const gone = api.brands
    .remove({ params: { ...params, brandId: bolt.id }, ifMatch: 1, query: { alone: 'widen' } })
    .then(
      () => 204,
      ({ status }) => status,
    );
  expect([204, 412]).toContain(await gone);
  const outcomes = await Promise.all(coming);
  expect(outcomes.filter((outcome) => outcome !== 201 && outcome !== 'unknown_brand')).toEqual([]);
  await expectSound({ workspaceId: params.workspaceId });
});
