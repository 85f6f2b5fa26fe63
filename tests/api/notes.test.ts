import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import { allRoutes } from '#contracts/routes.ts';
import type { NoteCreate } from '#contracts/schemas/note.ts';
import { eventually } from '../support/eventually.ts';
import { bearer, givenWorkspace, send, unique, world } from '../support/given.ts';
import { signInToPortal, siteOf } from '../support/portal.ts';
import { givenPortal } from '../support/portal-given.ts';
import { expectSound } from '../support/sound.ts';

/** All that the table holds, whosever it is. */
async function everything(): Promise<Record<string, unknown>[]> {
  const { client, tables } = world();
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page: { Items?: Record<string, unknown>[]; LastEvaluatedKey?: Record<string, unknown> } =
      await client.send(new ScanCommand({ TableName: tables.main, ExclusiveStartKey: from }));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}

async function givenClient(role: 'owner' | 'basic' = 'owner') {
  const given = await givenWorkspace(role);
  const { data } = await given.owner.api.clients.create({ params: given, body: { name: 'Acme' } });
  if (!data) throw new Error('no client');
  const params = { workspaceId: given.workspaceId, clientId: data.id };
  const write = async (body: NoteCreate, api = given.api) => {
    const { data: note } = await api.notes.create({ params, body });
    if (!note) throw new Error('no note');
    return note;
  };
  const told = async () => (await given.api.activity.ofClient({ params })).data?.data ?? [];
  return { ...given, params, write, told };
}

test('T5 a note, a call and a meeting stand in the timeline with their text, and filter like the rest', async () => {
  const { api, params, write, told, person } = await givenClient();
  const { data: ana } = await api.contacts.create({ params, body: { firstName: 'Ana', lastName: 'Ruiz' } });
  const call = { kind: 'call', body: ' Wants it\r\nby March ', contactId: ana?.id ?? null } as const;
  const note = await write({ ...call, occurredAt: '2026-11-03T10:00:00Z' });
  expect(note).toMatchObject({
    version: 1,
    occurredAt: '2026-11-03T10:00:00.000Z',
    contactName: 'Ana Ruiz',
    amendedAt: null,
    createdBy: { id: person.userId },
  });
  await write({ kind: 'meeting', body: 'Kick-off' });
  const entries = await eventually(told, (all) => all.length === 5);
  expect(entries.map(({ type, note: written }) => [type, written?.body ?? null])).toEqual([
    ['note.created', 'Kick-off'],
    ['note.created', 'Wants it\nby March'],
    ['client.updated', null],
    ['contact.created', null],
    ['client.created', null],
  ]);
  const query = { type: 'note.created', actor: person.userId } as const;
  const { data: filtered } = await api.activity.ofClient({ params, query });
  expect(filtered?.data.map(({ record }) => record.label)).toEqual(['meeting', 'call']);
  // T2: a span of time, its end excluded, with any other filter.
  const at = entries[1]?.at ?? '';
  const typesIn = async (span: object) =>
    (await api.activity.ofClient({ params, query: span })).data?.data.map(({ type }) => type);
  expect(await typesIn({ from: at })).toEqual(['note.created', 'note.created']);
  expect(await typesIn({ to: at })).toEqual(['client.updated', 'contact.created', 'client.created']);
  expect(await typesIn({ from: at, to: at })).toEqual([]);
  expect(await typesIn({ type: 'note.created', actor: person.userId, to: at })).toEqual([]);
  const place = { ...params, contactId: ana?.id as ContactId };
  const { data: about } = await api.notes.ofContact({ params: place });
  expect(about?.data.map(({ id }) => id)).toEqual([note.id]);
  await expectSound(params);
});

test('T5 a change shows where it was written, and an entry says that it was changed but not to what', async () => {
  const { api, params, write, told } = await givenClient();
  const note = await write({ kind: 'note', body: 'The old text' });
  const at = { ...params, noteId: note.id };
  const body = { body: 'The new text', kind: 'call' } as const;
  const { data: changed } = await api.notes.update({ params: at, ifMatch: 1, body });
  expect(changed).toMatchObject({ version: 2, body: 'The new text', kind: 'call', amendedAt: null });
  expect((await api.notes.get({ params: at })).data).toEqual(changed);
  await expect(api.notes.update({ params: at, ifMatch: 1, body })).rejects.toMatchObject({ status: 412 });
  const [update, creation] = await eventually(told, (all) => all.length === 3);
  expect(creation?.note).toEqual(changed);
  expect(update).toMatchObject({ type: 'note.updated', note: null });
  expect(update?.changes).toEqual([
    { field: 'kind', label: 'Kind', before: 'note', after: 'call' },
    { field: 'body', label: 'Text', before: null, after: null },
  ]);
});

test('T5 a removed note says by whom, and its text is nowhere in the table', async () => {
  const { api, params, write, told, join, owner } = await givenClient();
  const word = unique('secret');
  const author = await join('manager');
  const name = unique('Ana');
  const { data: ana } = await api.contacts.create({ params, body: { firstName: name } });
  const contactId = ana?.id as ContactId;
  const note = await write({ kind: 'note', body: `About ${word}`, contactId }, author.api);
  await eventually(told, (all) => all.length === 4);
  const holding = async () =>
    (await everything()).filter((item) => JSON.stringify(item).includes(word)).map((item) => item.__edb_e__);
  // The note itself, and no entry, index row or kept answer.
  expect(await holding()).toEqual(['note']);
  const at = { ...params, noteId: note.id };
  await owner.api.notes.remove({ params: at, ifMatch: 1 });
  expect(await holding()).toEqual([]);
  const [removal, creation] = await eventually(told, (all) => all.length === 5);
  expect(removal).toMatchObject({ type: 'note.deleted', actor: { id: owner.person.userId } });
  expect(creation).toMatchObject({
    type: 'note.created',
    note: { body: null, contactId: null, updatedBy: { id: owner.person.userId } },
  });
  // Whom it was about is with the contact itself, and in nothing that tells of the note.
  const telling = (await everything()).filter((item) => JSON.stringify(item).includes(note.id));
  expect(telling.length).toBeGreaterThan(1);
  expect(JSON.stringify(telling)).not.toContain(name);
  await expect(api.notes.get({ params: at })).rejects.toMatchObject({ status: 404 });
  await expect(api.notes.remove({ params: at, ifMatch: 2 })).rejects.toMatchObject({ status: 404 });
  expect((await api.notes.ofContact({ params: { ...params, contactId } })).data?.data).toEqual([]);
  expect((await api.notes.list({ params })).data?.data).toMatchObject([{ id: note.id, body: null }]);
  await expectSound(params);
});

test('T5 who only writes notes changes and removes his own, and who may delete clients removes any', async () => {
  const { owner, params, write, api, join } = await givenClient('basic');
  const manager = await join('manager');
  const project = { name: 'Shared', memberIds: [(await join('viewer')).person.userId] };
  await owner.api.projects.create({ params, body: project });
  // Out of the sight of whoever is not linked to the client.
  await expect(api.notes.create({ params, body: { kind: 'note', body: 'x' } })).rejects.toMatchObject({
    status: 404,
  });
  const note = await write({ kind: 'note', body: 'By the manager' }, manager.api);
  const at = { ...params, noteId: note.id };
  const body = { body: 'Changed' };
  for (const { api: other } of [owner, await join('manager')]) {
    await expect(other.notes.update({ params: at, ifMatch: 1, body })).rejects.toMatchObject({
      status: 403,
    });
  }
  const colleague = await join('manager');
  await expect(colleague.api.notes.remove({ params: at, ifMatch: 1 })).rejects.toMatchObject({
    status: 403,
    problem: { permission: 'clients.delete' },
  });
  const admin = await join('admin');
  await admin.api.notes.remove({ params: at, ifMatch: 1 });
  await expectSound(params);
});

test('T5 bad fields are named, the same key writes once, and another client does not have the note', async () => {
  const { api, params, write, workspaceId } = await givenClient();
  const bad = await write({
    kind: 'letter',
    body: ' ',
    occurredAt: 'yesterday',
    contactId: 'con_x',
  } as never).catch((error) => error.errors);
  expect(bad.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    '/body',
    '/contactId',
    '/kind',
    '/occurredAt',
  ]);
  const tooLong = write({ kind: 'note', body: 'x'.repeat(5_001) });
  await expect(tooLong).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/body' }] });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  await expect(write({ kind: 'note', body: 'x', occurredAt: tomorrow })).rejects.toMatchObject({
    errors: [{ pointer: '/occurredAt', code: 'in_future' }],
  });
  const nobody = 'con_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as ContactId;
  await expect(write({ kind: 'note', body: 'x', contactId: nobody })).rejects.toMatchObject({
    errors: [{ pointer: '/contactId', code: 'unknown_contact' }],
  });
  const body = { kind: 'note', body: 'Once' } as const;
  const [one, two] = await Promise.all(
    [1, 2].map(() => api.notes.create({ params, body, idempotencyKey: 'the-same-key-twice' })),
  );
  expect(one?.data).toEqual(two?.data);
  expect((await api.notes.list({ params })).data?.data).toHaveLength(1);
  const { data: bolt } = await api.clients.create({ params: { workspaceId }, body: { name: 'Bolt' } });
  const elsewhere = { ...params, clientId: bolt?.id as ClientId, noteId: one?.data?.id as never };
  await expect(api.notes.get({ params: elsewhere })).rejects.toMatchObject({ status: 404 });
});

test('S6 no portal is ever told what was noted', async () => {
  const { workspace, email, clientIds } = await givenPortal();
  const word = unique('internal');
  const [clientId] = clientIds;
  const params = { workspaceId: workspace.workspaceId, clientId: clientId as ClientId };
  const { data: people } = await workspace.api.contacts.list({ params });
  const contactId = people?.data[0]?.id as ContactId;
  await workspace.api.notes.create({ params, body: { kind: 'note', body: `About ${word}`, contactId } });
  await expectSound(params);
  const site = siteOf(workspace);
  const token = await signInToPortal(site, email);
  const reading = allRoutes().filter(
    ({ name, route }) => name.startsWith('portal') && route.method === 'GET',
  );
  expect(reading.length).toBeGreaterThan(0);
  for (const { route } of reading) {
    const answer = await send('GET', urlOf(route, { params }), { headers: bearer(token), site });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain(word);
  }
  // Nor is it where the portal's functions can reach at all.
  const home = `w#${params.workspaceId}#portal#`;
  const within = (await everything()).filter(({ pk }) => String(pk).startsWith(home));
  expect(within.length).toBeGreaterThan(0);
  expect(JSON.stringify(within)).not.toContain(word);
});
