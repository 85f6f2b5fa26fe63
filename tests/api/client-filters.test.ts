import { beforeAll, describe, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import { clients } from '#contracts/routes/clients.ts';
import type { Client, ClientRow } from '#contracts/schemas/client.ts';

import { bearer, givenWorkspace, send } from '../support/given.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;
type Query = Parameters<Given['api']['clients']['list']>[0]['query'];

interface Rows {
  data: ClientRow[];
  page: { next: string | null };
}

let given: Given;

beforeAll(async () => {
  given = await givenWorkspace();
  const make = async (name: string, more: object = {}) =>
    (await given.api.clients.create({ params: given, body: { name, ...more } })).data as Client;
  await make('Alder', { tags: ['Retainer', 'Internal'], code: 'ALD', website: 'alder.example' });
  const birch = await make('Birch', { tags: ['Détail, food'] });
  await make('Cedar', { tags: ['internal'] });
  await make('Dogwood');
  const params = { ...given, clientId: birch.id };
  await given.api.clients.setStatus({ params, ifMatch: birch.version, body: { status: 'active' } });
});

const names = async (query: Query, who: Given = given) =>
  ((await who.api.clients.list({ params: given, query })).data?.data ?? [])
    .map(({ name }) => name[0])
    .join('');

describe('C4 filters, joined by AND', () => {
  test.each<[Query, string]>([
    [{ tag: 'Internal' }, 'AC'],
    [{ tag: 'not:Internal' }, 'BD'],
    [{ tag: 'not:Internal,Retainer', status: 'pending' }, 'D'],
    [{ tag: 'Retainer,internal' }, 'AC'],
    [{ tag: 'detail%2C food' }, 'B'],
    [{ tag: 'has:tail' }, 'B'],
    [{ tag: 'empty:' }, 'D'],
    [{ tag: 'filled:' }, 'ABC'],
    [{ status: 'active,inactive' }, 'B'],
    [{ status: 'not:active' }, 'ACD'],
    [{ status: 'active,pending', sort: '-name' }, 'DCBA'],
    [{ sort: '-name' }, 'DCBA'],
    [{ status: 'pending', sort: '-name' }, 'DCA'],
    [{ owner: 'me', sort: '-name' }, 'DCBA'],
    [{ owner: 'not:me' }, ''],
    [{ name: 'has:OG' }, 'D'],
    [{ name: 'alder,birch' }, 'AB'],
    [{ code: 'empty:' }, 'BCD'],
    [{ code: 'ald' }, 'A'],
    [{ website: 'has:alder.ex' }, 'A'],
    [{ contact: 'empty:', q: 'c' }, 'C'],
    [{ created: 'after:2020-01-01', activity: 'before:2999-01-01' }, 'ABCD'],
    [{ created: 'before:2020-01-01' }, ''],
  ])('%o finds %s', async (query, found) => {
    expect(await names(query)).toBe(found);
  });

  test('pages cut between matches go on where they ended, in every order', async () => {
    for (const sort of ['name', '-name', '-createdAt', '-lastActivityAt'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { tag: 'filled:', sort, limit: 1, cursor };
        const data = (await given.api.clients.list({ params: given, query })).data as Rows;
        seen.push(...data.data.map(({ name }) => name));
        cursor = data.page.next ?? undefined;
      } while (cursor);
      expect(seen.toSorted()).toEqual(['Alder', 'Birch', 'Cedar']);
    }
  });

  test('the page says of how many it is what it found, and only then', async () => {
    const page = async (query: Query) => (await given.api.clients.list({ params: given, query })).data?.page;
    expect(await page({ tag: 'empty:' })).toEqual({ next: null, looked: 4 });
    expect(await page({ status: 'active' })).toEqual({ next: null });
  });

  test('of a member who does not see every client no condition shows him more', async () => {
    const basic = await given.join('basic');
    expect(await names({ tag: 'filled:' }, basic as unknown as Given)).toBe('');
    const other = basic.api.clients.list({ params: given, query: { owner: 'not:me' } });
    await expect(other).rejects.toMatchObject({ status: 422, errors: [{ pointer: '?owner' }] });
  });

  test('what is no condition is named', async () => {
    const path = urlOf(clients.list, { params: { workspaceId: given.workspaceId } });
    const query = 'tag=like:x&created=2026-01-01&owner=nobody&status=active,dead&name=has:';
    const { status, json } = await send('GET', `${path}?${query}`, { headers: bearer(given.token) });
    expect(status).toBe(422);
    expect(json.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '?created',
      '?name',
      '?owner',
      '?status',
      '?tag',
    ]);
  });
});
