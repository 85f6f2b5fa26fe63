import { beforeAll, describe, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import { clients } from '#contracts/routes/clients.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { bearer, givenWorkspace, send, unique } from '../support/given.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
beforeAll(async () => {
  given = await givenWorkspace();
});

const create = async (body: { name: string; code?: string }): Promise<Client> => {
  const { data } = await given.api.clients.create({ params: given, body });
  if (!data) throw new Error('no client');
  return data;
};
const at = (client: Pick<Client, 'id'>) => ({
  params: { workspaceId: given.workspaceId, clientId: client.id },
});
const read = async (client: Client) => (await given.api.clients.get(at(client))).data;
const patch = (client: Client, body: object, headers = {}) =>
  send('PATCH', urlOf(clients.update, at(client)), { headers: { ...bearer(given.token), ...headers }, body });
const setStatus = (client: Client, status: string, reason?: string) =>
  send('POST', urlOf(clients.setStatus, at(client)), {
    headers: { ...bearer(given.token), 'if-match': `"${client.version}"` },
    body: { status, reason },
  });

describe('changing a client', () => {
  test('answers the next version; null empties a field, what is not named stays', async () => {
    const client = await create({ name: 'Acme', code: 'CHG' });
    const { data } = await given.api.clients.update({
      ...at(client),
      ifMatch: 1,
      body: { name: 'Acme Robotics', code: null, tags: ['Retainer'] },
    });
    expect(data).toMatchObject({
      version: 2,
      name: 'Acme Robotics',
      code: null,
      tags: ['Retainer'],
      status: 'pending',
      updatedBy: { label: given.person.name },
    });
    expect(await read(client)).toEqual(data);
  });

  test('to what it is already makes no version', async () => {
    const client = await create({ name: 'Same' });
    const { data } = await given.api.clients.update({ ...at(client), ifMatch: 1, body: { name: 'Same' } });
    expect(data?.version).toBe(1);
  });

  test('without If-Match is 428, with a stale one 412 that says who and when, and neither writes', async () => {
    const client = await create({ name: 'Guarded' });
    const missing = await patch(client, { name: 'x' });
    expect([missing.status, missing.json.code]).toEqual([428, 'precondition_required']);
    await given.api.clients.update({ ...at(client), ifMatch: 1, body: { name: 'Second' } });
    const stale = await patch(client, { name: 'Third' }, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    expect(stale.json).toMatchObject({
      code: 'version_conflict',
      version: 2,
      changedBy: given.person.name,
      changedAt: expect.any(String),
    });
    expect((await read(client))?.name).toBe('Second');
  });

  test('FLT-6 of a hundred writers with one version exactly one wins', async () => {
    const client = await create({ name: 'Contended' });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => patch(client, { name: `Writer ${n}` }, { 'if-match': '"1"' })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(99);
    expect((await read(client))?.version).toBe(2);
  });

  test('moves the code: the old one is free again, the new one is taken', async () => {
    const client = await create({ name: 'Mover', code: 'OLD1' });
    await given.api.clients.update({ ...at(client), ifMatch: 1, body: { code: 'NEW1' } });
    expect((await create({ name: 'Heir', code: 'OLD1' })).code).toBe('OLD1');
    await expect(create({ name: 'Late', code: 'NEW1' })).rejects.toMatchObject({ code: 'code_taken' });
  });

  test('ATK-13 nothing that the server keeps can be assigned', async () => {
    const client = await create({ name: 'Mass' });
    for (const field of [
      'id',
      'version',
      'status',
      'workspaceId',
      'createdAt',
      'updatedBy',
      'deletedAt',
      'pk',
      'sk',
      'gsi1pk',
      '__edb_e__',
      'role',
      'lastActivityAt',
    ]) {
      const { status, json } = await patch(client, { name: 'Evil', [field]: 'x' }, { 'if-match': '"1"' });
      expect([field, status, json.errors[0].code]).toEqual([field, 422, 'unknown_field']);
    }
    expect(await read(client)).toEqual(client);
  });

  test('ATK-14 __proto__ and constructor are fields like any other unknown one', async () => {
    const client = await create({ name: 'Proto' });
    const path = urlOf(clients.update, at(client));
    for (const body of [
      '{"__proto__":{"admin":true},"name":"x"}',
      '{"constructor":{"prototype":{"admin":true}},"name":"x"}',
    ]) {
      const { status } = await send('PATCH', path, {
        headers: { ...bearer(given.token), 'if-match': '"1"' },
        body,
      });
      expect(status).toBe(422);
    }
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect((await read(client))?.version).toBe(1);
  });
});

describe('a code', () => {
  test('FLT-7 asked for by a hundred creates at once goes to exactly one, and the counter moves by one', async () => {
    const fresh = await givenWorkspace();
    const calls = Array.from({ length: 100 }, (_, n) =>
      fresh.api.clients.create({ params: fresh, body: { name: `Racer ${n}`, code: 'RACE' } }),
    );
    const settled = await Promise.allSettled(calls);
    const won = settled.filter(({ status }) => status === 'fulfilled');
    const lost = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(won).toHaveLength(1);
    expect(new Set(lost)).toEqual(new Set(['code_taken']));
    expect((await fresh.api.clients.counts({ params: fresh })).data).toEqual({
      active: 0,
      pending: 1,
      inactive: 0,
    });
  });

  test('that is taken comes back with three that are free', async () => {
    await create({ name: 'Zebra Crossing', code: 'ZEB' });
    const refused = await create({ name: 'Zebra Crossing', code: 'ZEB' }).catch((error) => error);
    expect(refused.problem.suggestions).toHaveLength(3);
    expect(refused.problem.suggestions).not.toContain('ZEB');
    const { data } = await given.api.clients.suggestCode({
      params: given,
      query: { name: 'Zebra Crossing' },
    });
    expect([data?.code, ...(data?.alternatives ?? [])]).toEqual(refused.problem.suggestions);
  });
});

describe('the status', () => {
  test('moves as state machine 1 says, and names the allowed moves otherwise', async () => {
    const fresh = await create({ name: 'Mover' });
    const active = await setStatus(fresh, 'active');
    expect(active.json).toMatchObject({ status: 'active', version: 2, statusReason: null });
    const back = await setStatus(active.json, 'pending');
    expect([back.status, back.json.code, back.json.allowed]).toEqual([
      409,
      'invalid_transition',
      ['inactive'],
    ]);
    const silent = await setStatus(active.json, 'inactive');
    expect([silent.status, silent.json.errors[0].pointer]).toEqual([422, '/reason']);
    const inactive = await setStatus(active.json, 'inactive', 'Contract ended');
    expect(inactive.json).toMatchObject({ status: 'inactive', statusReason: 'Contract ended', version: 3 });
    const again = await setStatus(inactive.json, 'inactive', 'Other words');
    expect(again.json.version).toBe(3);
    expect((await setStatus(inactive.json, 'active')).json).toMatchObject({
      status: 'active',
      statusReason: null,
    });
  });
});

describe('counts', () => {
  test('follow every move, through the trash and back, and equal the list', async () => {
    const own = await givenWorkspace();
    const counts = async () => (await own.api.clients.counts({ params: own })).data;
    expect(await counts()).toEqual({ active: 0, pending: 0, inactive: 0 });
    const { data: first } = await own.api.clients.create({ params: own, body: { name: 'First' } });
    await own.api.clients.create({ params: own, body: { name: 'Second' } });
    if (!first) throw new Error('no client');
    const params = { workspaceId: own.workspaceId, clientId: first.id };
    await own.api.clients.setStatus({ params, ifMatch: 1, body: { status: 'active' } });
    expect(await counts()).toEqual({ active: 1, pending: 1, inactive: 0 });
    await own.api.clients.remove({ params, ifMatch: 2 });
    expect(await counts()).toEqual({ active: 0, pending: 1, inactive: 0 });
    await own.api.clients.restore({ params, ifMatch: 3 });
    expect(await counts()).toEqual({ active: 1, pending: 1, inactive: 0 });
    const { data } = await own.api.clients.list({ params: own, query: { status: 'active' } });
    expect(data?.data.map(({ id }) => id)).toEqual([first.id]);
  });
});

describe('the trash', () => {
  test('hides a client everywhere but in the trash, keeps its code, and gives it back as it was', async () => {
    const own = await givenWorkspace();
    const { data: client } = await own.api.clients.create({
      params: own,
      body: { name: 'Gone', code: 'GONE' },
    });
    if (!client) throw new Error('no client');
    const params = { workspaceId: own.workspaceId, clientId: client.id };
    await own.api.clients.remove({ params, ifMatch: 1 });
    await expect(own.api.clients.get({ params })).rejects.toMatchObject({ status: 404 });
    await expect(own.api.activity.ofClient({ params })).rejects.toMatchObject({ status: 404 });
    await expect(own.api.contacts.list({ params })).rejects.toMatchObject({ status: 404 });
    expect((await own.api.clients.list({ params: own })).data?.data).toEqual([]);
    await expect(
      own.api.clients.create({ params: own, body: { name: 'Heir', code: 'GONE' } }),
    ).rejects.toMatchObject({ code: 'code_taken' });
    const { data: trash } = await own.api.clients.trash({ params: own });
    expect(trash?.data).toMatchObject([{ id: client.id, version: 2, deletedAt: expect.any(String) }]);
    const { data: back } = await own.api.clients.restore({ params, ifMatch: 2 });
    const { version, updatedAt, ...same } = client;
    expect(back).toMatchObject(same);
    expect(back?.version).toBe(3);
    expect((await own.api.clients.trash({ params: own })).data?.data).toEqual([]);
  });
});

describe('searching by the beginning of a name', () => {
  test('minds neither case nor accents, and combines with a status', async () => {
    const own = await givenWorkspace();
    for (const name of ['Émile & Co', 'emil GmbH', 'Zeta'])
      await own.api.clients.create({ params: own, body: { name } });
    const names = async (query: object) =>
      (await own.api.clients.list({ params: own, query })).data?.data.map(({ name }) => name);
    expect(await names({ q: 'EMIL' })).toEqual(['emil GmbH', 'Émile & Co']);
    expect(await names({ q: 'émile', status: 'pending' })).toEqual(['Émile & Co']);
    expect(await names({ q: 'emil', status: 'active' })).toEqual([]);
    expect(await names({ q: '##' })).toHaveLength(3);
  });
});

test('FLT-11 a state change repeated with its key answers what it answered, though the version has moved', async () => {
  const client = await create({ name: 'Lost answer' });
  const call = {
    ...at(client),
    ifMatch: 1,
    body: { status: 'active' as const },
    idempotencyKey: unique('key'),
  };
  const first = await given.api.clients.setStatus(call);
  expect((await given.api.clients.setStatus(call)).data).toEqual(first.data);
  expect((await read(client))?.version).toBe(2);
});
