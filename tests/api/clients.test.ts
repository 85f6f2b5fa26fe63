import { beforeAll, describe, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import type { ClientId } from '#contracts/ids.ts';
import { clients } from '#contracts/routes/clients.ts';
import { bearer, givenWorkspace, send, unique } from '../support/given.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;
let mine: Given;
let theirs: Given;
const unknown = 'cli_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as ClientId;

beforeAll(async () => {
  [mine, theirs] = await Promise.all([givenWorkspace(), givenWorkspace()]);
});

const create = (body: object, headers = {}) =>
  send('POST', urlOf(clients.create, { params: { workspaceId: mine.workspaceId } }), {
    headers: { ...bearer(mine.token), ...headers },
    body,
  });
const names = async () => {
  const { data } = await mine.api.clients.list({ params: { workspaceId: mine.workspaceId } });
  return data?.data.map(({ name }) => name) ?? [];
};

describe('creating a client', () => {
  test('answers the record as pending, owned by its maker, at version 1 with its ETag', async () => {
    const { status, json, headers } = await create({
      name: '  Acme Robotics ',
      code: 'ACM',
      website: 'acme.com',
    });
    expect(status).toBe(201);
    expect(headers.etag).toBe('"1"');
    expect(json).toMatchObject({
      name: 'Acme Robotics',
      code: 'ACM',
      website: 'https://acme.com',
      status: 'pending',
      version: 1,
      ownerId: mine.person.userId,
      ownerName: mine.person.name,
      legalName: null,
      registrationNumber: null,
      addresses: [],
    });
    const { data } = await mine.api.clients.get({
      params: { workspaceId: mine.workspaceId, clientId: json.id },
    });
    expect(data).toEqual(json);
  });

  test('takes an owner who can see clients, and refuses anybody else', async () => {
    const manager = await mine.join('manager');
    const { json } = await create({ name: 'Owned', ownerId: manager.person.userId });
    expect(json.ownerId).toBe(manager.person.userId);
    const refused = await create({ name: 'Not owned', ownerId: theirs.person.userId });
    expect(refused.status).toBe(422);
    expect(refused.json.errors).toEqual([
      expect.objectContaining({ pointer: '/ownerId', code: 'unknown_owner' }),
    ]);
  });

  test('names every bad field and writes nothing', async () => {
    const before = await names();
    const { status, json, headers } = await create({
      name: '   ',
      legalName: 7,
      website: 'javascript:alert(1)',
      version: 3,
      pk: 'w#x',
      addresses: [{ kind: 'billing' }],
    });
    expect(status).toBe(422);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(json).toMatchObject({ code: 'validation_failed', status: 422, traceId: expect.any(String) });
    expect(json.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/addresses/0/city',
      '/addresses/0/country',
      '/addresses/0/line1',
      '/legalName',
      '/name',
      '/pk',
      '/version',
      '/website',
    ]);
    expect(json.errors.find(({ pointer }: { pointer: string }) => pointer === '/pk').code).toBe(
      'unknown_field',
    );
    expect(await names()).toEqual(before);
  });

  test('a taken code is 409 and writes nothing', async () => {
    await create({ name: 'First', code: 'TKN' });
    const { status, json } = await create({ name: 'Second', code: 'TKN' });
    expect(status).toBe(409);
    expect(json).toMatchObject({ code: 'code_taken', errors: [{ pointer: '/code', code: 'code_taken' }] });
    expect(await names()).not.toContain('Second');
  });

  test('the same code in another workspace is free', async () => {
    await create({ name: 'Here', code: 'BOTH' });
    const { data } = await theirs.api.clients.create({
      params: { workspaceId: theirs.workspaceId },
      body: { name: 'There', code: 'BOTH' },
    });
    expect(data?.code).toBe('BOTH');
  });

  test('malformed JSON is 400, another content type 415, more than a megabyte 413', async () => {
    const path = urlOf(clients.create, { params: { workspaceId: mine.workspaceId } });
    const headers = bearer(mine.token);
    expect((await send('POST', path, { headers, body: '{"name":' })).json.code).toBe('malformed_json');
    expect(
      (
        await send('POST', path, {
          headers: { ...headers, 'content-type': 'text/plain' },
          body: '{"name":"x"}',
        })
      ).status,
    ).toBe(415);
    expect(
      (await send('POST', path, { headers, body: JSON.stringify({ name: 'x'.repeat(1_100_000) }) })).status,
    ).toBe(413);
  });
});

describe('an idempotency key', () => {
  test('FLT-8 a hundred requests with one key make one client and get the same answer', async () => {
    const headers = { 'idempotency-key': unique('key') };
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => create({ name: 'Only one', code: 'ONE' }, headers)),
    );
    const created = answers.filter(({ status }) => status === 201);
    expect(new Set(created.map(({ json }) => json.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    expect((await names()).filter((name) => name === 'Only one')).toHaveLength(1);
  });

  test('FLT-9 with another body is 422 and writes nothing', async () => {
    const headers = { 'idempotency-key': unique('key') };
    await create({ name: 'Said first' }, headers);
    const { status, json } = await create({ name: 'Said second' }, headers);
    expect([status, json.code]).toEqual([422, 'idempotency_mismatch']);
    expect(await names()).not.toContain('Said second');
  });

  test('FLT-10 of another person or workspace is another key', async () => {
    const headers = { 'idempotency-key': unique('key') };
    const first = await create({ name: 'Mine' }, headers);
    const path = urlOf(clients.create, { params: { workspaceId: theirs.workspaceId } });
    const second = await send('POST', path, {
      headers: { ...bearer(theirs.token), ...headers },
      body: { name: 'Theirs' },
    });
    expect([first.status, second.status]).toEqual([201, 201]);
  });

  test('that is not visible ASCII is refused by name', async () => {
    const { status, json } = await create({ name: 'x' }, { 'idempotency-key': 'a b' });
    expect([status, json.errors[0].pointer]).toEqual([422, '#Idempotency-Key']);
  });
});

describe('another workspace and an unknown id do not exist', () => {
  test('ATK-7 a foreign client, an unknown client and a malformed id answer the same body', async () => {
    const { data: foreign } = await theirs.api.clients.create({
      params: { workspaceId: theirs.workspaceId },
      body: { name: 'Foreign' },
    });
    const answers = await Promise.all(
      [foreign?.id, unknown, 'garbage', 'ws_01JD8Z5K6M7N8P9Q0R1S2T3V4W'].map((clientId) =>
        send('GET', urlOf(clients.get, { params: { workspaceId: mine.workspaceId, clientId } }), {
          headers: bearer(mine.token),
        }),
      ),
    );
    const bodies = answers.map(({ status, json: { traceId: _, ...body } }) => ({ status, body }));
    expect(bodies[0]).toMatchObject({ status: 404, body: { code: 'not_found' } });
    for (const body of bodies) expect(body).toEqual(bodies[0]);
  });

  test('ATK-5 a workspace without membership answers the same as one that never was', async () => {
    const never = 'ws_01JD8Z5K6M7N8P9Q0R1S2T3V4W';
    const [foreign, absent] = await Promise.all(
      [theirs.workspaceId, never].map((workspaceId) =>
        send('GET', urlOf(clients.list, { params: { workspaceId } }), { headers: bearer(mine.token) }),
      ),
    );
    expect(foreign?.status).toBe(404);
    expect({ ...foreign?.json, traceId: '' }).toEqual({ ...absent?.json, traceId: '' });
  });
});

describe('the list', () => {
  let given: Given;
  beforeAll(async () => {
    given = await givenWorkspace();
    for (let n = 0; n < 7; n += 1) {
      await given.api.clients.create({ params: given, body: { name: `Client ${'gfedcba'[n]}` } });
    }
  });

  test('pages through every client once, by name', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { data } = await given.api.clients.list({ params: given, query: { limit: 3, cursor } });
      seen.push(...(data?.data.map(({ name }) => name) ?? []));
      cursor = data?.page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual([...'abcdefg'].map((letter) => `Client ${letter}`));
  });

  test('sorts by newest and by last activity', async () => {
    const { data } = await given.api.clients.list({ params: given, query: { sort: '-createdAt' } });
    expect(data?.data.map(({ name }) => name.at(-1)).join('')).toBe('abcdefg');
  });

  test('names the orders that go with a filter when asked for another', async () => {
    const call = given.api.clients.list({ params: given, query: { status: 'pending', sort: '-createdAt' } });
    await expect(call).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '?sort', message: expect.stringContaining('-lastActivityAt') }],
    });
  });

  test('ATK-15 refuses a cursor of another question, person or making', async () => {
    const { data } = await given.api.clients.list({ params: given, query: { limit: 2 } });
    const cursor = data?.page.next ?? '';
    const bad = { status: 400, code: 'bad_cursor' };
    await expect(
      given.api.clients.list({ params: given, query: { cursor, sort: '-createdAt' } }),
    ).rejects.toMatchObject(bad);
    const colleague = await given.join('admin');
    await expect(colleague.api.clients.list({ params: given, query: { cursor } })).rejects.toMatchObject(bad);
    await expect(given.api.clients.list({ params: given, query: { cursor: 'e30' } })).rejects.toMatchObject(
      bad,
    );
  });

  test('ATK-17 refuses limits, orders and parameters that are none', async () => {
    const path = urlOf(clients.list, { params: { workspaceId: given.workspaceId } });
    for (const query of [
      'limit=0',
      'limit=-1',
      'limit=1e9',
      'limit=NaN',
      'sort=password',
      'tenantId=x',
      'status=dead',
    ]) {
      const { status, json } = await send('GET', `${path}?${query}`, { headers: bearer(given.token) });
      expect([query, status, json.code]).toEqual([query, 422, 'validation_failed']);
    }
  });
});

test('ATK-10 a role without the key is told which one, and nothing is written', async () => {
  const given = await givenWorkspace();
  const viewer = await given.join('viewer');
  const attempt = viewer.api.clients.create({ params: given, body: { name: 'Nope' } });
  await expect(attempt).rejects.toMatchObject({
    status: 403,
    code: 'forbidden',
    problem: { permission: 'clients.create' },
  });
  const { data } = await given.api.clients.list({ params: given });
  expect(data?.data).toEqual([]);
});
