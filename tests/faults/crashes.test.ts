import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import type { Route } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';
import type { FaultRule, Tally } from '#infra/local/faults.ts';
import { worldOf } from '#infra/local/world.ts';
import { functions } from '#infra/system.ts';
import { useOwnCloud } from './own-cloud.ts';

const own = useOwnCloud();
let serial = 0;

interface Request {
  route: Route;
  params: object;
  body?: object;
  ifMatch?: number;
  key: string;
}

/** One attempt; a repeated one is the same to the letter. */
async function attempt({ route, params, body, ifMatch, key }: Request) {
  const response = await fetch(
    own().cloud.url + urlOf(route, { params: { workspaceId: own().workspaceId, ...params } }),
    {
      method: route.method,
      headers: {
        authorization: `Bearer ${own().token}`,
        ...(route.method === 'POST' && { 'idempotency-key': key }),
        ...(ifMatch && { 'if-match': `"${ifMatch}"` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    },
  );
  const text = await response.text();
  return { status: response.status, json: text ? JSON.parse(text) : null };
}

/** The function that answers a route; the consumer of the stream speaks of the same workspace. */
const functionOf = (route: Route) =>
  Object.entries(functions).find(([, { routes }]) => Object.values<Route>(routes).includes(route))?.[0];

async function hit(rule: FaultRule, request: Request): Promise<{ first: number; struck: number }> {
  const { cloud, fault, workspaceId } = own();
  const id = fault({ function: functionOf(request.route), about: workspaceId, ...rule });
  const { status } = await attempt(request);
  const [{ struck }] = cloud.faults.lift(id) as [Tally];
  return { first: status, struck };
}

function next(): number {
  serial += 1;
  return serial;
}
const word = () => `Word ${next()}`;
const code = () => `C${next().toString(36).toUpperCase().padStart(4, '0')}`;
const key = () => randomUUID();

async function aClient(): Promise<{ clientId: ClientId }> {
  const { data } = await own().api.clients.create({
    params: { workspaceId: own().workspaceId },
    body: { name: word(), code: code() },
  });
  if (!data) throw new Error('no client');
  return { clientId: data.id };
}

async function aContact(): Promise<{ clientId: ClientId; contactId: ContactId }> {
  const { clientId } = await aClient();
  const { data } = await own().api.contacts.create({
    params: { workspaceId: own().workspaceId, clientId },
    body: { firstName: word(), emails: [`${serial}@x.test`] },
  });
  if (!data) throw new Error('no contact');
  return { clientId, contactId: data.id };
}

/** A function dies, or all three tries of one call fail, before or after the call was carried out. */
const deaths: FaultRule[] = [
  { kind: 'crash_before', count: 1 },
  { kind: 'crash_after', count: 1 },
  { kind: 'drop', count: 3 },
  { kind: 'reset', count: 3 },
];

/** What is being done, anew for every point of death, and how its repetition may end. */
const deeds: Record<string, { prepare: () => Promise<Request>; repeated: readonly number[] }> = {
  'creating a client': {
    prepare: async () => ({
      route: routes.clients.create,
      params: {},
      body: { name: word(), code: code() },
      key: key(),
    }),
    repeated: [201],
  },
  'changing a client': {
    prepare: async () => ({
      route: routes.clients.update,
      params: await aClient(),
      body: { name: word(), code: code() },
      ifMatch: 1,
      key: key(),
    }),
    // Without a key the version decides: 412 says that the first attempt was carried out.
    repeated: [200, 412],
  },
  'moving a client to another status': {
    prepare: async () => ({
      route: routes.clients.setStatus,
      params: await aClient(),
      body: { status: 'active' },
      ifMatch: 1,
      key: key(),
    }),
    repeated: [200],
  },
  'trashing a client': {
    prepare: async () => ({
      route: routes.clients.remove,
      params: await aClient(),
      ifMatch: 1,
      key: key(),
    }),
    repeated: [204, 404],
  },
  'adding a contact': {
    prepare: async () => ({
      route: routes.contacts.create,
      params: await aClient(),
      body: { firstName: word(), emails: [`${serial}@x.test`] },
      key: key(),
    }),
    repeated: [201],
  },
  'removing a contact': {
    prepare: async () => ({
      route: routes.contacts.remove,
      params: await aContact(),
      ifMatch: 1,
      key: key(),
    }),
    repeated: [204, 404],
  },
};

describe.each(Object.entries(deeds))('FLT-12 %s', (_, { prepare, repeated }) => {
  test.each(deaths)('survives $kind at each of its calls', async (death) => {
    let points = 0;
    for (let struck = 1; struck > 0; points += 1) {
      const request = await prepare();
      const outcome = await hit({ ...death, after: points }, request);
      struck = outcome.struck;
      const again = await attempt(request);
      if (struck === 0) expect(outcome.first).toBeLessThan(300);
      else expect([points, outcome.first]).toEqual([points, 503]);
      expect(again.status).toBeOneOf([...repeated]);
    }
    // Authorisation and the transaction at least, and the point after the last.
    expect(points).toBeGreaterThanOrEqual(3);
  });
});

test('FLT-12 whatever died, every invariant holds and no attempt took effect twice', async () => {
  const { breaches, tombstones } = await own().verify();
  expect(breaches).toEqual([]);
  // Left by deaths between the two steps of a removal: hidden everywhere, and told of.
  expect(tombstones).toBeGreaterThan(0);
  const rows = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { data } = await own().api.clients.list({
      params: { workspaceId: own().workspaceId },
      query: { cursor },
    });
    rows.push(...(data?.data ?? []));
    cursor = data?.page.next ?? null;
  }
  const names = rows.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe('the consumer of the stream', () => {
  const timeline = async (clientId: ClientId) =>
    (await own().api.activity.ofClient({ params: { workspaceId: own().workspaceId, clientId } })).data
      ?.data ?? [];
  const faulty = (rule: FaultRule) => own().fault({ function: 'stream-timeline', ...rule });

  test('FLT-5 dies between the event and the checkpoint: redelivery is a no-op', async () => {
    const id = faulty({ kind: 'crash_after', operation: 'PutItem', about: own().workspaceId, count: 2 });
    const { clientId } = await aClient();
    await own().cloud.idle();
    expect(own().cloud.faults.lift(id)).toMatchObject([{ struck: 2 }]);
    expect((await timeline(clientId)).map(({ type }) => type)).toEqual(['client.created']);
    expect(own().cloud.deadLetters('stream-timeline')).toEqual([]);
    expect((await own().verify()).breaches).toEqual([]);
  });

  test('FLT-3 a poisoned record goes to the dead letters after five retries and nothing waits behind it', async () => {
    const { clientId } = await aClient();
    await own().cloud.idle();
    const id = faulty({ kind: 'server_error', operation: 'PutItem', about: clientId });
    await own().api.clients.update({
      params: { workspaceId: own().workspaceId, clientId },
      ifMatch: 1,
      body: { name: word() },
    });
    const behind = await aClient();
    await own().cloud.idle();
    const [{ struck }] = own().cloud.faults.lift(id) as [Tally];
    // Once and five times more, each with the three tries of the SDK.
    expect(struck).toBeLessThanOrEqual(6 * 3);
    expect((await timeline(behind.clientId)).map(({ type }) => type)).toEqual(['client.created']);

    const letters = own().cloud.deadLetters('stream-timeline');
    expect(letters).toHaveLength(1);
    const [letter] = letters;
    expect(letter).toMatchObject({ reason: 'retries_exhausted' });
    expect(letter?.record.dynamodb?.SequenceNumber).toMatch(/^\d+$/);
    expect((await own().verify()).breaches).toMatchObject([{ invariant: 'INV-2' }, { invariant: 'INV-9' }]);

    // Sent again once the cause is gone, and once too often.
    for (const _ of [1, 2]) await own().cloud.invoke('stream-timeline', { Records: [letter?.record] });
    expect((await timeline(clientId)).map(({ type }) => type)).toEqual(['client.updated', 'client.created']);
    expect((await own().verify()).breaches).toEqual([]);
  });

  test('FLT-3 an image that cannot be read is buried too, whole', async () => {
    const { client, tables } = worldOf(own().cloud);
    const pk = `w#${own().workspaceId}x#client#garbage`;
    await client.send(
      new PutCommand({
        TableName: tables.main,
        Item: { pk, sk: 'client', __edb_e__: 'client', __edb_v__: '1' },
      }),
    );
    const behind = await aClient();
    await own().cloud.idle();
    expect((await timeline(behind.clientId)).map(({ type }) => type)).toEqual(['client.created']);
    expect(own().cloud.deadLetters('stream-timeline').at(-1)?.record.dynamodb?.Keys).toMatchObject({
      pk: { S: pk },
    });
  });
});
