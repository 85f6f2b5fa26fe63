import { expect, test } from 'vitest';
import { givenCompliance } from '../support/compliance.ts';
import { refused } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

test('K1: a standard keeps its key, is archived while in use, and deleted when it is not', async () => {
  const { api, params, standard, assign } = await givenCompliance();
  const made = await standard({ name: ' ISO 9001 ', evidenceTypes: ['Certificate'], validityDays: 365 });
  expect(made).toMatchObject({
    key: 'iso_9001',
    name: 'ISO 9001',
    reminders: [60, 30, 15, 1],
    blocking: 'none',
    archived: false,
    uses: 0,
  });
  await expect(standard()).rejects.toMatchObject({ status: 409, errors: [{ pointer: '/key' }] });
  const at = { ...params, standardKey: made.key };
  const renamed = { name: 'ISO 9001:2026', reminders: [7, 90] };
  const { data: changed } = await api.standards.update({ params: at, ifMatch: 1, body: renamed });
  expect(changed).toMatchObject({ version: 2, name: 'ISO 9001:2026', reminders: [90, 7] });
  expect(await refused(api.standards.update({ params: at, ifMatch: 1, body: { name: 'x' } }))).toEqual([
    412,
    'version_conflict',
  ]);

  const requirement = await assign();
  expect(await refused(api.standards.remove({ params: at, ifMatch: 2 }))).toEqual([409, 'standard_in_use']);
  await api.standards.update({ params: at, ifMatch: 2, body: { archived: true } });
  const { data: other } = await api.clients.create({ params, body: { name: 'Bolt' } });
  if (!other) throw new Error('no client');
  await expect(
    api.requirements.assign({ params: { ...params, clientId: other.id }, body: { standardKey: made.key } }),
  ).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/standardKey' }] });
  await api.requirements.remove({ params: requirement.at, ifMatch: 1 });
  await api.standards.remove({ params: at, ifMatch: 3 });
  expect((await api.standards.list({ params })).data?.data).toEqual([]);
  await expectSound(params);
});

test('K1: every bad field of a standard is named', async () => {
  const { standard } = await givenCompliance();
  const bad = await standard({
    key: 'ISO 9001',
    name: ' ',
    validityDays: 0,
    reminders: [30, 30],
    evidenceTypes: ['a', 'a'],
    blocking: 'maybe' as never,
  }).catch((error) => error.errors);
  expect(bad.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    '/blocking',
    '/evidenceTypes',
    '/key',
    '/name',
    '/reminders',
    '/validityDays',
  ]);
});

test('INV-4: of ten who assign a standard at once one does, and the standard counts him once', async () => {
  const { api, params, standard, assign } = await givenCompliance();
  await standard();
  const racing = await Promise.allSettled(Array.from({ length: 10 }, () => assign()));
  expect(racing.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await api.standards.list({ params })).data?.data[0]?.uses).toBe(1);
  await expectSound(params);
});

test('ATK-51: how many clients have a standard is told to nobody who sees only some of them, or not their compliance', async () => {
  const { api, params, standard, assign, join, workspaceId } = await givenCompliance();
  await standard();
  await assign();
  const permissions = ['clients.view', 'compliance.view', 'lists.manage'] as const;
  const role = { key: 'lists', name: 'Lists', permissions };
  const { data: roles } = await api.roles.list({ params });
  await api.roles.create({ params, ifMatch: roles?.version ?? 0, body: role as never });
  const limited = (await join('lists' as never)).api;
  const at = { workspaceId, standardKey: 'iso_9001' };
  expect((await api.standards.list({ params })).data?.data[0]?.uses).toBe(1);
  const viewer = (await join('viewer')).api;
  for (const other of [limited, viewer]) {
    expect((await other.standards.list({ params })).data?.data[0]).not.toHaveProperty('uses');
  }
  const body = { name: 'ISO 9001:2026' };
  const { data: changed } = await limited.standards.update({ params: at, ifMatch: 1, body });
  expect(changed).not.toHaveProperty('uses');
  const inUse = await limited.standards.remove({ params: at, ifMatch: 2 }).catch((error) => error);
  expect(inUse).toMatchObject({ code: 'standard_in_use' });
  expect(inUse.problem).not.toHaveProperty('uses');
});
