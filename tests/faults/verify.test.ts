import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { nameHashOf } from '#data/repositories/client-names.ts';
import { verifyWorkspace } from '#data/verify.ts';
import { worldOf } from '#infra/local/world.ts';
import { eventually } from '../support/eventually.ts';
import { useOwnCloud } from './own-cloud.ts';

/** Each look reads the whole table: one that holds nothing else is read at once. */
const own = useOwnCloud();

test('verify sees each kind of breach', async () => {
  const given = own();
  const { client, tables } = worldOf(given.cloud);
  const { data } = await given.api.clients.create({
    params: given,
    body: { name: 'Whole', code: 'WHOLE' },
  });
  if (!data) throw new Error('no client');
  const me = data.ownerId;
  const params = { workspaceId: given.workspaceId, clientId: data.id };
  await given.api.projects.create({ params, body: { name: 'Whole' } });
  const promise = { what: 'Whole', dueOn: '2026-11-22' };
  const { data: followUp } = await given.api.followUps.create({ params, body: promise });
  const { data: twin } = await given.api.clients.create({ params: given, body: { name: 'Whole Ltd' } });
  const { data: contact } = await given.api.contacts.create({ params, body: { firstName: 'Whole' } });
  await given.api.accountTeam.create({ params, body: { userId: me, role: 'lead' } });
  const verify = () => verifyWorkspace(client, tables.main, given.workspaceId);
  await eventually(verify, ({ breaches }) => breaches.length === 0);

  const home = `w#${given.workspaceId}`;
  const at = (pk: string, sk: string) => ({ TableName: tables.main, Key: { pk: home + pk, sk } });
  const record = at(`#client#${data.id}`, 'client');
  const set = (place: ReturnType<typeof at>, name: string, value: unknown) =>
    client.send(
      new UpdateCommand({
        ...place,
        UpdateExpression: 'SET #name = :value',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  /** Breaks one thing, says which invariants notice, and mends it. */
  async function broken(place: ReturnType<typeof at>, breaking: () => Promise<unknown>) {
    const { Item } = await client.send(new GetCommand(place));
    await breaking();
    const { breaches } = await verify();
    if (Item) await client.send(new PutCommand({ TableName: tables.main, Item }));
    else await client.send(new DeleteCommand(place));
    return [...new Set(breaches.map(({ invariant }) => invariant))];
  }

  const counter = at('', 'count#clients');
  expect(await broken(counter, () => set(counter, 'active', 7))).toEqual(['INV-1']);
  const mine = at('', `count#clients#${me}`);
  expect(await broken(mine, () => set(mine, 'active', 7))).toEqual(['INV-1']);
  const sight = at(`#client#${data.id}`, `sight#${me}`);
  expect(await broken(sight, () => client.send(new DeleteCommand(sight)))).toEqual(['SIGHTS']);
  expect(await broken(sight, () => set(sight, 'lastActivityAt', 'x'))).toEqual(['SIGHTS']);
  expect(await broken(sight, () => set(sight, 'gsi4pk', `${home}#clients#sight#x`))).toEqual(['INDEXES']);
  const name = at(`#client#${data.id}`, `projectname#${nameHashOf('Whole')}`);
  expect(await broken(name, () => client.send(new DeleteCommand(name)))).toEqual(['INV-4']);
  expect(await broken(record, () => set(record, 'linkedIds', []))).toEqual(['SIGHTS']);
  const guard = at(`#code#${data.code}`, 'code');
  expect(await broken(guard, () => client.send(new DeleteCommand(guard)))).toEqual(['INV-4']);
  const orphan = at('#code#ORPHAN', 'code');
  const item = { ...orphan.Key, workspaceId: given.workspaceId, code: 'ORPHAN', clientId: data.id };
  const marks = { clientName: 'x', __edb_e__: 'clientCode', __edb_v__: '1' };
  const putOrphan = () =>
    client.send(new PutCommand({ TableName: tables.main, Item: { ...item, ...marks } }));
  expect(await broken(orphan, putOrphan)).toEqual(['INV-4']);
  const owed = at(`#client#${data.id}`, `followup#${followUp?.id}`);
  const nobody = '5f0f3c1e-0f43-4b57-9d3e-0a8b3f2a7c11';
  expect(await broken(owed, () => set(owed, 'ownerId', nobody))).toEqual(['INDEXES', 'PROMISES']);
  expect(await broken(owed, () => set(owed, 'gsi1sk', '2026-01-01'))).toEqual(['INDEXES']);
  const pair = at(`#client#${data.id}`, `pair#${twin?.id}`);
  const { Item: kept } = await client.send(new GetCommand(pair));
  const unsaid = { ...kept?.row, signs: [] };
  expect(await broken(pair, () => set(pair, 'row', unsaid))).toEqual(['INDEXES', 'PAIRS']);
  expect(await broken(pair, () => set(pair, 'gsi1sk', '99'))).toEqual(['INDEXES']);
  const half = at(`#client#${data.id}`, `mate#${twin?.id}`);
  const mate = { ...half.Key, workspaceId: given.workspaceId, clientId: data.id, firstId: twin?.id };
  const putHalf = () =>
    client.send(
      new PutCommand({
        TableName: tables.main,
        Item: { ...mate, __edb_e__: 'duplicateMate', __edb_v__: '1' },
      }),
    );
  expect(await broken(half, putHalf)).toEqual(['PAIRS']);
  const place = at(`#client#${data.id}`, `team#${me}`);
  expect(await broken(place, () => set(place, 'userId', nobody))).toEqual(['INDEXES', 'TEAMS']);
  const copy = at(`#portal#${data.id}`, 'company');
  expect(await broken(copy, () => client.send(new DeleteCommand(copy)))).toEqual(['COPIES']);
  expect(await broken(record, () => set(record, 'gsi1pk', 'w#other#clients'))).toEqual(['INV-6', 'INDEXES']);
  expect(await broken(record, () => set(record, 'nameKey', 'other'))).toEqual(['INDEXES']);
  expect((await verify()).breaches).toEqual([]);

  // Last, since the timeline tells this one as a change that nobody made.
  const person = at(`#client#${data.id}`, `contact#${contact?.id}`);
  const lost = ['brd_01JD8Z5K6M7N8P9Q0R1S2T3V4W'];
  expect(await broken(person, () => set(person, 'brandIds', lost))).toContain('BRANDS');
});
