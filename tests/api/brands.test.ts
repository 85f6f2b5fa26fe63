import { expect, test } from 'vitest';
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
