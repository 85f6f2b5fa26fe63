import { expect, test } from 'vitest';
import type { ClientCreate } from '#contracts/schemas/client.ts';
import { givenWorkspace } from '../support/given.ts';

test('the facts of a company are kept, emptied, and refused by name', async () => {
  const { api, workspaceId } = await givenWorkspace();
  const params = { workspaceId };
  const facts = {
    sizeBand: '51-200',
    revenueBand: '1m_5m',
    currentSystems: 'An old ERP\nand paper',
    technicalRequirements: 'SSO',
    currency: 'EUR',
    language: 'pt-BR',
  } as const;
  const { data: made } = await api.clients.create({ params, body: { name: 'Acme', ...facts } });
  expect(made).toMatchObject({ ...facts, primaryServiceTypeKey: null });
  if (!made) throw new Error('no client');
  const at = { ...params, clientId: made.id };
  expect((await api.clients.get({ params: at })).data).toEqual(made);
  const { data: less } = await api.clients.update({
    params: at,
    ifMatch: 1,
    body: { sizeBand: null, currency: null },
  });
  expect(less).toMatchObject({ sizeBand: null, currency: null, revenueBand: '1m_5m' });
  const bad = { sizeBand: '7', revenueBand: 'much', currency: 'XXY', language: 'pt_br' };
  const refused = await api.clients
    .create({ params, body: { name: 'x', ...bad } as unknown as ClientCreate })
    .catch((error) => error.errors.map(({ pointer }: { pointer: string }) => pointer).sort());
  expect(refused).toEqual(['/currency', '/language', '/revenueBand', '/sizeBand']);
});

test('the primary service is one that the list offers; an archived one stays where it is', async () => {
  const { api, workspaceId } = await givenWorkspace();
  const params = { workspaceId };
  const list = { ...params, list: 'service_types' as const };
  const entry = { key: 'design', label: 'Design', archived: false };
  await api.lists.update({ params: list, ifMatch: 0, body: { entries: [entry] } });
  const unknown = { status: 422, errors: [{ pointer: '/primaryServiceTypeKey', code: 'unknown_entry' }] };
  const create = (primaryServiceTypeKey: string) =>
    api.clients.create({ params, body: { name: 'Acme', primaryServiceTypeKey } });
  await expect(create('support')).rejects.toMatchObject(unknown);
  const { data: made } = await create('design');
  if (!made) throw new Error('no client');
  await api.lists.update({ params: list, ifMatch: 1, body: { entries: [{ ...entry, archived: true }] } });
  await expect(create('design')).rejects.toMatchObject(unknown);
  const at = { ...params, clientId: made.id };
  const body = { primaryServiceTypeKey: 'design', notes: 'kept' };
  const { data: kept } = await api.clients.update({ params: at, ifMatch: 1, body });
  expect(kept).toMatchObject(body);
});
