import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import type { ClientId } from '#contracts/ids.ts';
import { clients } from '#contracts/routes/clients.ts';
import { verifyWorkspace } from '#data/verify.ts';
import { eventually } from '../support/eventually.ts';
import { bearer, givenWorkspace, send, world } from '../support/given.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;
let mine: Given;
let theirs: Given;

beforeAll(async () => {
  [mine, theirs] = await Promise.all([givenWorkspace(), givenWorkspace()]);
  await mine.api.clients.create({ params: mine, body: { name: 'Mine' } });
  await theirs.api.clients.create({ params: theirs, body: { name: 'Theirs' } });
});

const path = (workspaceId: string = mine.workspaceId) => urlOf(clients.list, { params: { workspaceId } });
const list = (headers: Record<string, string> = {}, query = '', workspaceId?: string) =>
  send('GET', `${path(workspaceId)}${query}`, { headers: { ...bearer(mine.token), ...headers } });
const namesOf = async ({ api, ...given }: Given) =>
  (await api.clients.list({ params: given })).data?.data.map(({ name }) => name);

describe('ATK-6 a workspace is named by the path and by nothing else', () => {
  test.each(['x-tenant-id', 'x-workspace-id', 'x-foyer-workspace', 'x-amzn-tenant'])(
    'the header %s is not read',
    async (name) => {
      const { status, json } = await list({ [name]: theirs.workspaceId });
      expect([status, json.data.map((row: { name: string }) => row.name)]).toEqual([200, ['Mine']]);
    },
  );

  test.each(['tenantId', 'workspaceId', 'workspace'])('the parameter %s is unknown', async (name) => {
    const { status, json } = await list({}, `?${name}=${theirs.workspaceId}`);
    expect([status, json.errors[0]]).toMatchObject([422, { pointer: `?${name}`, code: 'unknown_field' }]);
  });

  test.each(['tenantId', 'workspaceId', 'pk', 'gsi1pk'])('the field %s is unknown', async (name) => {
    const body = { name: 'Smuggled', [name]: theirs.workspaceId };
    const { status, json } = await send('POST', path(), { headers: bearer(mine.token), body });
    expect([status, json.errors[0]]).toMatchObject([422, { pointer: `/${name}`, code: 'unknown_field' }]);
    expect(await namesOf(mine)).toEqual(['Mine']);
  });

  test('another workspace in the path is not there, to read or to write', async () => {
    expect((await list({}, '', theirs.workspaceId)).status).toBe(404);
    const { status } = await send('POST', path(theirs.workspaceId), {
      headers: bearer(mine.token),
      body: { name: 'Smuggled' },
    });
    expect(status).toBe(404);
    expect(await namesOf(theirs)).toEqual(['Theirs']);
  });

  test.each([
    ['in lower case', (id: string) => id.toLowerCase()],
    ['with a separator', (id: string) => `${id}%23client`],
    ['with a slash', (id: string) => `${id}%2F..%2F${id}`],
    ['with a NUL', (id: string) => `${id}%00`],
    ['with a space', (id: string) => `${id}%20`],
  ])('the own id %s is another one', async (_, change) => {
    const changed = path('PLACE').replace('PLACE', change(mine.workspaceId));
    expect((await send('GET', changed, { headers: bearer(mine.token) })).status).toBe(404);
  });
});

describe('ATK-14 names of JavaScript in the query', () => {
  test.each([
    '__proto__',
    'constructor',
    'prototype',
    '__proto__[admin]',
    'constructor.prototype',
    'toString',
  ])('%s is an unknown parameter', async (name) => {
    const { status, json } = await list({}, `?${encodeURIComponent(name)}=1`);
    expect([status, json.errors[0]]).toMatchObject([422, { pointer: `?${name}`, code: 'unknown_field' }]);
    expect((await list()).status).toBe(200);
  });

  test('a parameter said twice is neither the first nor the last', async () => {
    expect((await list({}, '?limit=1&limit=2')).status).toBe(422);
    expect((await list({}, '?sort=name&sort=-name')).status).toBe(422);
  });
});

describe('ATK-16 what people write does not move what they write', () => {
  /** Separators, invisible letters, look-alikes, and whatever else fits into a string. */
  const names = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(
        '#',
        '_',
        '\u0000',
        '\u200b',
        '\u202e',
        '＃',
        'а',
        'a',
        'ﬀ',
        'İ',
        ' ',
        '/',
        '"',
        '\\',
      ),
      minLength: 1,
      maxLength: 30,
    }),
    fc.constantFrom(
      'a#b',
      'a',
      'b',
      `w#${'0'.repeat(26)}`,
      'client#',
      '#',
      '##',
      'x'.repeat(2_048),
      '#'.repeat(121),
    ),
  );
  const shown = (name: string) => name.normalize('NFC').trim();

  test('a name comes back as it was written, or is refused; nothing leaves its partition', async () => {
    const own = await givenWorkspace();
    const kept = new Map<ClientId, string>();
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const { status, json } = await send('POST', path(own.workspaceId), {
          headers: bearer(own.token),
          body: { name, notes: name, tags: [name] },
        });
        expect(status).toBeOneOf([201, 422]);
        if (status !== 201) return;
        expect(json.name).toBe(shown(name));
        kept.set(json.id, json.name);
      }),
      { numRuns: 60 },
    );
    const found = new Map<ClientId, string>();
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { data } = await own.api.clients.list({ params: own, query: { cursor, limit: 20 } });
      for (const { id, name } of data?.data ?? []) found.set(id, name);
      cursor = data?.page.next ?? null;
    }
    expect(found).toEqual(kept);
    const { client, tables } = world();
    const { breaches } = await eventually(
      () => verifyWorkspace(client, tables.main, own.workspaceId),
      ({ breaches }) => breaches.length === 0,
    );
    expect(breaches).toEqual([]);
  });

  test.each(['A#B', 'AB\u0000', 'АВС', 'ＡＢＣ', 'ab1', `A${'B'.repeat(2_048)}`])(
    'the code %j is none',
    async (code) => {
      const { status, json } = await send('POST', path(), {
        headers: bearer(mine.token),
        body: { name: 'Coded', code },
      });
      expect([status, json.errors[0].pointer]).toEqual([422, '/code']);
    },
  );
});
