import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { unlimited } from '#contracts/limits.ts';
import { committer } from '#data/commit.ts';
import { partition } from '#data/keys.ts';
import { activityRepository } from '#data/repositories/activity.ts';
import * as Activity from '#domain/activity.ts';
import type { FaultRule, Tally } from '#infra/local/faults.ts';
import { graveyard, statusOf } from './graveyard.ts';
import { useOwnCloud } from './own-cloud.ts';

/** FLT-31: whatever dies while a client is destroyed, it is gone at once and nothing of it is left in the end. */

const own = useOwnCloud();
const { at, world, aClient, trash, destroy, left, purge } = graveyard(own);
const DAY_MS = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

/** Runs something while a rule is in force. @returns how often it struck */
async function during(rule: FaultRule, run: () => Promise<unknown>): Promise<number> {
  const id = own().fault(rule);
  await run();
  const [tally] = own().cloud.faults.lift(id) as [Tally];
  return tally.struck;
}

test('leaves nothing, not even the code and the door of its portal', async () => {
  const client = await aClient();
  await own().cloud.idle();
  expect((await left(client)).length).toBeGreaterThan(8);
  expect(await destroy(client.clientId, await trash(client.clientId))).toBe(200);
  await own().cloud.idle();
  expect(await left(client)).toEqual([]);
  expect((await own().verify()).breaches).toEqual([]);
});

const deaths: FaultRule[] = [
  { kind: 'crash_before', count: 1 },
  { kind: 'crash_after', count: 1 },
  { kind: 'drop', count: 3 },
];

// A death before a call is one after the call before it.
test.each(deaths.slice(1))(
  'a worker that meets $kind at each of its calls comes again and ends its work',
  async (death) => {
    let points = 0;
    for (let struck = 1; struck > 0; points += 1) {
      const client = await aClient(1);
      const version = await trash(client.clientId);
      await own().cloud.idle();
      struck = await during({ function: 'queue-jobs', after: points, ...death }, async () => {
        await destroy(client.clientId, version);
        await own().cloud.idle();
      });
      expect([points, await left(client)]).toEqual([points, []]);
    }
    // Reading the headstone, three partitions, a delete for each thing in them, and the headstone.
    expect(points).toBeGreaterThan(10);
    expect(own().cloud.queue('foyer-jobs').dead).toEqual([]);
    expect((await own().verify()).breaches).toEqual([]);
  },
);

test('a worker that is ended every hundred things goes on where it was', async () => {
  const client = await aClient(1);
  const { main } = own().cloud.tables;
  const [, timeline] = partition.ofClient(own().workspaceId, client.clientId);
  const { workspaceId } = own();
  await Promise.all(
    Array.from({ length: 600 }, (_, n) =>
      world().client.send(
        new PutCommand({ TableName: main, Item: { pk: timeline, sk: `thing ${n}`, workspaceId } }),
      ),
    ),
  );
  const version = await trash(client.clientId);
  const rule = {
    kind: 'crash_after',
    operation: 'DeleteItem',
    function: 'queue-jobs',
    after: 150,
    count: 1,
  } as const;
  let struck = 0;
  // Four times and the purge in between: a message may be given out five times only.
  const ids = [1, 2, 3, 4].map((n) => own().fault({ ...rule, after: 150 * n }));
  await destroy(client.clientId, version);
  await own().cloud.idle();
  for (const id of ids) struck += (own().cloud.faults.lift(id) as [Tally])[0].struck;
  expect(struck).toBeGreaterThanOrEqual(3);
  expect(await left(client)).toEqual([]);
});

describe('the request that destroys', () => {
  const kinds: FaultRule[] = [...deaths, { kind: 'reset', count: 3 }];

  test.each(kinds)(
    'may meet $kind at each of its calls: with the next purge all is done or nothing',
    async (death) => {
      let points = 0;
      for (let struck = 1; struck > 0; points += 1) {
        const client = await aClient(1);
        const version = await trash(client.clientId);
        await own().cloud.idle();
        struck = await during({ function: 'staff-clients', after: points, ...death }, async () => {
          await destroy(client.clientId, version);
        });
        const again = await destroy(client.clientId, version);
        expect(again).toBeOneOf([200, 404]);
        await purge();
        expect([points, await left(client)]).toEqual([points, []]);
      }
      // Authorisation, the client, the transaction, the message, and the point after the last.
      expect(points).toBeGreaterThanOrEqual(4);
      expect((await own().verify()).breaches).toEqual([]);
    },
  );
});

test('a lost message loses nothing: hidden at once, its code free, and the purge ends it', async () => {
  const { api, workspaceId, cloud } = own();
  const client = await aClient();
  const { clientId, code } = client;
  const before = (await api.clients.counts({ params: { workspaceId } })).data;
  const version = await trash(clientId);
  const lost = await during({ kind: 'drop', operation: 'SendMessage', count: 3 }, async () => {
    expect(await destroy(clientId, version)).toBe(200);
  });
  expect(lost).toBe(3);
  await cloud.idle();
  expect((await left(client)).length).toBeGreaterThan(3);
  expect(await own().verify()).toMatchObject({ breaches: [], headstones: 1 });

  for (const call of [
    () => api.clients.get({ params: at(clientId) }),
    () => api.clients.restore({ params: at(clientId), ifMatch: version + 1 }),
    () => api.clients.update({ params: at(clientId), ifMatch: version + 1, body: { name: 'Back' } }),
    () => api.contacts.list({ params: at(clientId) }),
    () => api.activity.ofClient({ params: at(clientId) }),
    () => api.clients.destroy({ params: at(clientId), ifMatch: version + 1 }),
  ])
    expect(await statusOf(call())).toBe(404);
  const rows = (await api.clients.trash({ params: { workspaceId } })).data?.data ?? [];
  expect(rows.map(({ id }) => id)).not.toContain(clientId);
  expect((await api.clients.counts({ params: { workspaceId } })).data?.pending).toBe(
    (before?.pending ?? 0) - 1,
  );
  const successor = await api.clients.create({ params: { workspaceId }, body: { name: 'Heir', code } });

  await purge();
  expect(await own().verify()).toMatchObject({ breaches: [], headstones: 0 });
  expect(successor.data && (await api.clients.get({ params: at(successor.data.id) })).data?.code).toBe(code);
});

test('C5 the purge takes what was in the trash for thirty days, and nothing else', async () => {
  const [old, restored, live] = [await aClient(), await aClient(), await aClient()];
  await trash(old.clientId);
  const version = await trash(restored.clientId);
  const row = (await own().api.clients.trash({ params: own() })).data?.data.find(
    ({ id }) => id === old.clientId,
  );
  const day = inDays(31).toISOString().slice(0, 10);
  expect(row?.purgeOn).toBe(day);
  await own().api.clients.restore({ params: at(restored.clientId), ifMatch: version });

  await purge(inDays(30));
  expect((await left(old)).length).toBeGreaterThan(3);
  await purge(inDays(31));
  expect(await left(old)).toEqual([]);
  for (const { clientId } of [restored, live])
    expect(await statusOf(own().api.clients.get({ params: at(clientId) }))).toBe(200);
  // Once more, as after a lost answer: nothing is due.
  await purge(inDays(31));
  expect((await own().verify()).breaches).toEqual([]);
});

test('an event that comes when the client is gone is taken back', async () => {
  const client = await aClient(1);
  const { clientId } = client;
  const { data: last } = await own().api.clients.get({ params: at(clientId) });
  if (!last) throw new Error('no client');
  await own().cloud.idle();
  await destroy(clientId, await trash(clientId));
  await own().cloud.idle();
  const { client: db } = world();
  const table = own().cloud.tables.main;
  const { workspaceId } = own();
  const writer = activityRepository({
    client: db,
    table,
    workspaceId,
    limits: unlimited,
    commit: committer(db, table, null),
  });
  await Activity.record(writer, {
    kind: 'client',
    clientId,
    before: last,
    after: { ...last, name: 'Late', version: 99 },
  });
  expect(await left(client)).toEqual([]);
});

test('a job for a client that is not destroyed does nothing', async () => {
  const client = await aClient(1);
  await own().cloud.idle();
  const before = await left(client);
  const job = { kind: 'client.destroy', workspaceId: own().workspaceId, clientId: client.clientId };
  const record = { messageId: 'm1', body: JSON.stringify(job), eventSource: 'aws:sqs' };
  expect(await own().cloud.invoke('queue-jobs', { Records: [record] })).toEqual({ batchItemFailures: [] });
  expect(await left(client)).toEqual(before);
});
