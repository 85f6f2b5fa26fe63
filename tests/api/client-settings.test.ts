import { beforeEach, expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import type { ClientSettingsPatch } from '#contracts/schemas/client-settings.ts';
import { eventually } from '../support/eventually.ts';
import { bearer, givenWorkspace, type SignedIn, send } from '../support/given.ts';
import { joinLimited } from '../support/limited.ts';
import { expectSound } from '../support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let clientId: ClientId;

beforeEach(async () => {
  given = await givenWorkspace();
  clientId = await make('Acme');
});

const at = (id = clientId) => ({ workspaceId: given.workspaceId, clientId: id });
const make = async (name: string, as: SignedIn = given): Promise<ClientId> => {
  const { data } = await as.api.clients.create({ params: given, body: { name } });
  if (!data) throw new Error('no client');
  return data.id;
};
const below = async (child: ClientId, parentId: ClientId) => {
  const { data } = await given.api.clients.get({ params: at(child) });
  await given.api.family.setParent({ params: at(child), ifMatch: data?.version ?? 0, body: { parentId } });
};
const read = async (id = clientId, as: SignedIn = given) => {
  const { data } = await as.api.clientSettings.get({ params: at(id) });
  if (!data) throw new Error('no settings');
  return data;
};
const settle = async (body: ClientSettingsPatch, id = clientId, as: SignedIn = given) => {
  const { version: ifMatch } = await read(id);
  return as.api.clientSettings.update({ params: at(id), ifMatch, body });
};
const setDefaults = async (body: object) => {
  const { data } = await given.api.clientSettings.defaults({ params: given });
  return given.api.clientSettings.updateDefaults({ params: given, ifMatch: data?.version ?? 0, body });
};
const termsOf = async (id?: ClientId, as?: SignedIn) => (await read(id, as)).settings.terms;
const net60 = { terms: 'net_60', termDays: null } as const;
const net30 = { terms: 'net_30', termDays: null } as const;

test('C8 a value comes from the product, the workspace, a parent, the client, and goes back the same way', async () => {
  const group = await make('Group');
  await below(clientId, group);
  expect(await termsOf()).toMatchObject({ value: net30, source: { from: 'product' } });
  await setDefaults({ terms: net60 });
  expect(await termsOf()).toMatchObject({ value: net60, source: { from: 'workspace' } });
  const days = (termDays: number) => ({ terms: 'custom', termDays }) as const;
  await settle({ terms: days(10) }, group);
  const fromGroup = { value: days(10), source: { from: 'parent', clientId: group, name: 'Group' } };
  expect(await termsOf()).toMatchObject(fromGroup);
  const { data: settled } = await settle({ terms: days(0) });
  expect(settled?.settings.terms).toMatchObject({
    value: days(0),
    source: { from: 'client' },
    inherited: fromGroup,
  });
  await settle({ terms: null });
  expect(await termsOf()).toMatchObject(fromGroup);
  await settle({ terms: null }, group);
  expect(await termsOf()).toMatchObject({ value: net60, source: { from: 'workspace' } });
  await setDefaults({ terms: null });
  expect(await termsOf()).toMatchObject({ value: net30, source: { from: 'product' } });
  await expectSound(given);
});

test('C8 a parent that the reader does not see is told of, not named; one in the trash says nothing', async () => {
  const tom = await joinLimited(given);
  const his = await make('His', tom);
  const group = await make('Secret Group');
  await below(his, group);
  await settle({ terms: net60, onInvoiceSent: [] }, group);
  const source = { from: 'parent', clientId: null, name: null };
  expect(await termsOf(his, tom)).toMatchObject({ value: net60, source });
  expect(JSON.stringify(await read(his, tom))).not.toMatch(new RegExp(`Secret|${group}`));
  expect((await read(his)).settings.onInvoiceSent).toMatchObject({
    value: [],
    source: { name: 'Secret Group' },
  });
  await given.api.clients.remove({ params: at(group), ifMatch: 1 });
  expect(await termsOf(his, tom)).toMatchObject({ value: net30, source: { from: 'product' } });
  await given.api.clients.restore({ params: at(group), ifMatch: 2 });
  expect(await termsOf(his, tom)).toMatchObject({ value: net60, source });
});

test('C8 the currency is that of the client’s record, inherited like the rest, and changes there', async () => {
  const group = await make('Group');
  await below(clientId, group);
  const currency = async (id?: ClientId) => (await read(id)).settings.currency;
  expect(await currency()).toMatchObject({ value: 'EUR', source: { from: 'workspace' } });
  const { data: record } = await given.api.clients.get({ params: at(group) });
  await given.api.clients.update({
    params: at(group),
    ifMatch: record?.version ?? 0,
    body: { currency: 'JPY' },
  });
  expect(await currency()).toMatchObject({ value: 'JPY', source: { from: 'parent', name: 'Group' } });
  await settle({ currency: 'KWD', taxRate: 1_900 });
  expect((await given.api.clients.get({ params: at() })).data?.currency).toBe('KWD');
  expect(await currency()).toMatchObject({ value: 'KWD', source: { from: 'client' } });
  await settle({ currency: null });
  expect((await given.api.clients.get({ params: at() })).data?.currency).toBeNull();
  expect(await currency()).toMatchObject({ value: 'JPY' });
  await expectSound(given);
});

test('a change names the version of both records it stands on; of two at once one goes through', async () => {
  const { version } = await read();
  const update = (body: ClientSettingsPatch, ifMatch = version) =>
    given.api.clientSettings.update({ params: at(), ifMatch, body });
  const settled = await Promise.allSettled(
    Array.from({ length: 8 }, (_, n) => update(n % 2 ? { taxRate: n } : { currency: 'USD', taxRate: n })),
  );
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  for (const one of refused) {
    expect(one).toMatchObject({ status: 412, code: 'version_conflict' });
    expect(one.problem.changedBy).toBe('Mara Lindqvist');
    // Read while both records were being written, it may be of the moment in between.
    expect(one.problem.version).toBeGreaterThan(version);
    expect(one.problem.version).toBeLessThanOrEqual((await read()).version);
  }
  const now = await read();
  const { data: record } = await given.api.clients.get({ params: at() });
  await given.api.clients.update({ params: at(), ifMatch: record?.version ?? 0, body: { currency: 'JPY' } });
  await expect(update({ currency: 'KWD' }, now.version)).rejects.toMatchObject({ status: 412 });
  const path = `/api/staff/workspaces/${given.workspaceId}/clients/${clientId}/settings`;
  const bare = await send('PATCH', path, { headers: bearer(given.token), body: { taxRate: 1 } });
  expect(bare.status).toBe(428);
  await expectSound(given);
});

test('bad input is named at its setting, all of it at once, and nothing is written', async () => {
  const { version } = await read();
  const path = `/api/staff/workspaces/${given.workspaceId}/clients/${clientId}/settings`;
  const { status, json } = await send('PATCH', path, {
    headers: { ...bearer(given.token), 'if-match': `"${version}"` },
    body: {
      taxRate: -1,
      terms: { terms: 'custom', termDays: 181 },
      billTo: 'me',
      onInvoiceSent: ['fax'],
      surprise: true,
    },
  });
  expect([status, json.code]).toEqual([422, 'validation_failed']);
  expect(json.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    '/billTo',
    '/onInvoiceSent/0',
    '/surprise',
    '/taxRate',
    '/terms/termDays',
  ]);
  await expect(settle({})).rejects.toMatchObject({ status: 422 });
  await expect(setDefaults({ currency: 'USD' })).rejects.toMatchObject({ status: 422 });
  expect((await read()).version).toBe(version);
});

test('the timeline tells which settings changed, never how; who may only look changes nothing', async () => {
  await settle({ taxRate: 1_234 });
  await settle({ taxRate: 4_321, poRequired: true });
  await settle({ onInvoiceSent: [] });
  const told = await eventually(
    async () => (await given.api.activity.ofClient({ params: at(), query: {} })).data?.data ?? [],
    (events) => events.filter(({ type }) => type.startsWith('client_settings')).length === 3,
  );
  const changed = told
    .filter(({ type }) => type === 'client_settings.updated')
    .map(({ changes }) => changes.map(({ field }) => field));
  expect(changed).toEqual([['onInvoiceSent'], ['taxRate', 'poRequired']]);
  expect(JSON.stringify(told)).not.toMatch(/1234|4321/);

  const viewer = await given.join('viewer');
  await given.api.projects.create({ params: at(), body: { name: 'Tie', memberIds: [viewer.person.userId] } });
  expect((await read(clientId, viewer)).settings.taxRate.value).toBe(4_321);
  await expect(settle({ taxRate: 1 }, clientId, viewer)).rejects.toMatchObject({ status: 403 });
  await expect(viewer.api.clientSettings.defaults({ params: given })).rejects.toMatchObject({ status: 403 });
});
