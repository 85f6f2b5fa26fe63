import { beforeAll, describe, expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import { givenWorkspace } from '#tests/support/given.ts';
import { expectSound } from '#tests/support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let acme: ClientId;
let blue: ClientId;

const params = () => ({ workspaceId: given.workspaceId });
const aClient = async (name: string) => {
  const { data } = await given.api.clients.create({ params: params(), body: { name } });
  if (!data) throw new Error('no client');
  return data.id;
};
const add = async (clientId: ClientId, firstName: string, lastName: string | null = null) => {
  const { data } = await given.api.contacts.create({
    params: { ...params(), clientId },
    body: { firstName, lastName },
  });
  if (!data) throw new Error('no contact');
  return data;
};
const found = async (q: string, { api } = given) =>
  ((await api.contacts.search({ params: params(), query: { q } })).data?.data ?? []).map(
    ({ name, clientName }) => `${name}, ${clientName}`,
  );

beforeAll(async () => {
  given = await givenWorkspace();
  [acme, blue] = [await aClient('Acme'), await aClient('Blue')];
});

describe('F1 people are found by name', () => {
  test('by its beginning or its last word, whatever case and accents, at every client', async () => {
    await add(acme, 'Ána', 'Ruiz');
    await add(blue, 'ana');
    await add(blue, 'Bo', 'van der Anand');
    expect(await found('ANA')).toEqual(['Bo van der Anand, Blue', 'ana, Blue', 'Ána Ruiz, Acme']);
    expect(await found('ana r')).toEqual(['Ána Ruiz, Acme']);
    expect(await found('Ruíz')).toEqual(['Ána Ruiz, Acme']);
    expect(await found('nobody')).toEqual([]);
    expect(await found('#')).toEqual([]);
    const { data } = await given.api.contacts.search({ params: params(), query: { q: 'ana', limit: 1 } });
    expect(data?.data).toHaveLength(1);
  });

  test('a new name is found and the old one is not; who was removed is found no more', async () => {
    const cleo = await add(acme, 'Cleo', 'Marsh');
    const at = { ...params(), clientId: acme, contactId: cleo.id };
    const { data } = await given.api.contacts.update({
      params: at,
      body: { firstName: 'Dora', lastName: null },
      ifMatch: cleo.version,
    });
    expect([await found('cleo'), await found('marsh'), await found('dora')]).toEqual([
      [],
      [],
      ['Dora, Acme'],
    ]);
    await given.api.contacts.remove({ params: at, ifMatch: data?.version ?? 0 });
    expect(await found('dora')).toEqual([]);
    await expectSound(given);
  });

  test('nobody of a client that is not seen, or in the trash, and nobody without the key', async () => {
    const secret = await aClient('Secret');
    await add(secret, 'Zora', 'Quill');
    const limited = await given.join('viewer');
    expect(await found('zora', { ...given, api: limited.api })).toEqual([]);
    await given.api.projects.create({
      params: { ...params(), clientId: secret },
      body: { name: 'Shared', memberIds: [limited.person.userId] },
    });
    expect(await found('zora', { ...given, api: limited.api })).toEqual(['Zora Quill, Secret']);
    const { data } = await given.api.clients.get({ params: { ...params(), clientId: secret } });
    await given.api.clients.remove({
      params: { ...params(), clientId: secret },
      ifMatch: data?.version ?? 0,
    });
    expect(await found('quill')).toEqual([]);
    const other = await givenWorkspace();
    await expect(other.api.contacts.search({ params: params(), query: { q: 'ana' } })).rejects.toMatchObject({
      status: 404,
    });
    await expect(found('   ')).rejects.toMatchObject({ status: 422, errors: [{ pointer: '?q' }] });
  });
});
