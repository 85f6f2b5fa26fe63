import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApiError } from '#contracts/client.ts';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import { verifyWorkspace } from '#data/verify.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace, type SignedIn, unique, world } from '../support/given.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;

const kinds = [
  'create',
  'update',
  'owner',
  'status',
  'trash',
  'restore',
  'addContact',
  'updateContact',
  'makePrimary',
  'removeContact',
] as const;

/** One thing that one of two people does to one of the clients; small numbers choose among what is there. */
const op = fc.record({
  kind: fc.constantFrom(...kinds),
  actor: fc.nat(1),
  client: fc.nat(3),
  contact: fc.nat(3),
  word: fc.nat(5),
  /** Whether the version he saw is an old one. */
  stale: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
type Op = typeof op extends fc.Arbitrary<infer T> ? T : never;

/** What is done at the same time; then the next. */
const history = fc.array(fc.array(op, { minLength: 1, maxLength: 4 }), { minLength: 30, maxLength: 45 });

/** What the rules may answer to somebody who was too late or asked for what cannot be. */
const foreseen = new Set([404, 409, 412]);

async function play(given: Given, actors: readonly SignedIn[], steps: readonly (readonly Op[])[]) {
  const clients: ClientId[] = [];
  const contacts = new Map<ClientId, ContactId[]>();
  let made = 0;
  let refused = 0;

  async function perform({ kind, actor, client, contact, word, stale }: Op): Promise<void> {
    const { api, person } = actors[actor] ?? given;
    const clientId = clients[client % Math.max(clients.length, 1)];
    if (kind === 'create' || !clientId) {
      const code = word > 2 ? `W${word}`.padEnd(3, 'X') : undefined;
      const { data } = await api.clients.create({ params: given, body: { name: `Name ${word}`, code } });
      if (data && clients.length < 4) clients.push(data.id);
      return;
    }
    const params = { workspaceId: given.workspaceId, clientId };
    const known = contacts.get(clientId) ?? [];
    const contactId = known[contact % Math.max(known.length, 1)];
    const seen = (version: number | undefined) => Math.max(1, (version ?? 1) - (stale ? 1 : 0));
    const ofClient = async () => seen((await api.clients.get({ params })).data?.version);
    switch (kind) {
      case 'update': {
        const code = word % 2 ? `U${word}X` : null;
        const body = { name: `Name ${word}`, code, tags: word > 3 ? ['Tag'] : [] };
        await api.clients.update({ params, ifMatch: await ofClient(), body });
        return;
      }
      case 'owner':
        await api.clients.update({ params, ifMatch: await ofClient(), body: { ownerId: person.userId } });
        return;
      case 'status': {
        const body =
          word % 2 ? ({ status: 'active' } as const) : ({ status: 'inactive', reason: 'Why' } as const);
        await api.clients.setStatus({ params, ifMatch: await ofClient(), body });
        return;
      }
      case 'trash':
        await api.clients.remove({ params, ifMatch: await ofClient() });
        return;
      case 'restore': {
        const { data } = await api.clients.trash({ params: given });
        const gone = data?.data.find(({ id }) => id === clientId);
        if (gone) await api.clients.restore({ params, ifMatch: seen(gone.version) });
        return;
      }
      case 'addContact': {
        made += 1;
        const body = {
          firstName: `Person ${word}`,
          emails: word > 1 ? [`p${word}@x.test`] : [`n${made}@x.test`],
        };
        const { data } = await api.contacts.create({ params, body });
        if (data) contacts.set(clientId, [...(contacts.get(clientId) ?? []), data.id]);
        return;
      }
    }
    if (!contactId) return;
    const place = { ...params, contactId };
    const ifMatch = seen((await api.contacts.get({ params: place })).data?.version);
    if (kind === 'updateContact') {
      const body = { firstName: `Person ${word}`, emails: [`p${word}@x.test`] };
      await api.contacts.update({ params: place, ifMatch, body });
    } else if (kind === 'makePrimary') {
      await api.contacts.update({ params: place, ifMatch, body: { primary: true, title: `Title ${word}` } });
    } else {
      const query = { successor: known.find((other) => other !== contactId) };
      await api.contacts.remove({ params: place, ifMatch, query });
    }
  }

  for (const step of steps) {
    await Promise.all(
      step.map((one) =>
        perform(one).catch((error) => {
          if (!(error instanceof ApiError) || !foreseen.has(error.status)) throw error;
          refused += 1;
        }),
      ),
    );
  }
  return { refused };
}

test('INV-1 INV-2 INV-4 INV-9 whatever two people do, partly at once, every invariant holds', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const given = await givenWorkspace();
      const actors = [given, await given.join('admin')];
      await play(given, actors, steps);
      const { client, tables } = world();
      const { breaches, clients } = await eventually(
        () => verifyWorkspace(client, tables.main, given.workspaceId),
        ({ breaches }) => breaches.length === 0,
      );
      expect(breaches).toEqual([]);
      expect(clients).toBeGreaterThan(0);
    }),
    // A history is a hundred operations; what shrinking would cost is more than a reader's patience.
    { numRuns: 2, endOnFailure: true },
  );
});

test('verify sees each kind of breach', async () => {
  const given = await givenWorkspace();
  const { client, tables } = world();
  const { data } = await given.api.clients.create({
    params: given,
    body: { name: 'Whole', code: unique('').slice(1, 6).toUpperCase() },
  });
  if (!data) throw new Error('no client');
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
  const guard = at(`#code#${data.code}`, 'code');
  expect(await broken(guard, () => client.send(new DeleteCommand(guard)))).toEqual(['INV-4']);
  const orphan = at('#code#ORPHAN', 'code');
  const item = { ...orphan.Key, workspaceId: given.workspaceId, code: 'ORPHAN', clientId: data.id };
  const marks = { clientName: 'x', __edb_e__: 'clientCode', __edb_v__: '1' };
  const putOrphan = () =>
    client.send(new PutCommand({ TableName: tables.main, Item: { ...item, ...marks } }));
  expect(await broken(orphan, putOrphan)).toEqual(['INV-4']);
  const copy = at(`#portal#${data.id}`, 'company');
  expect(await broken(copy, () => client.send(new DeleteCommand(copy)))).toEqual(['COPIES']);
  expect(await broken(record, () => set(record, 'gsi1pk', 'w#other#clients'))).toEqual(['INV-6', 'INDEXES']);
  expect(await broken(record, () => set(record, 'nameKey', 'other'))).toEqual(['INDEXES']);
  expect((await verify()).breaches).toEqual([]);
});
