import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import type { BulkEdit } from '#contracts/schemas/bulk-edit.ts';
import type { FaultRule, Tally } from '#infra/local/faults.ts';
import { bulkOf } from '../support/bulk.ts';
import { useOwnCloud } from './own-cloud.ts';

/** C10: whatever dies while many clients are changed, each is changed once, and the counts are those of the rows. */

const own = useOwnCloud();
const bulk = () => bulkOf(own());
let serial = 0;

async function someClients(count: number): Promise<ClientId[]> {
  const made: ClientId[] = [];
  for (let n = 0; n < count; n += 1) {
    serial += 1;
    const { data } = await own().api.clients.create({ params: own(), body: { name: `B ${serial}` } });
    if (data) made.push(data.id);
  }
  return made;
}

const at = (clientId: ClientId) => ({ workspaceId: own().workspaceId, clientId });
const get = async (id: ClientId) => (await own().api.clients.get({ params: at(id) })).data;
const facts = async (ids: readonly ClientId[]) =>
  Promise.all(ids.map(async (id) => [(await get(id))?.tags, (await get(id))?.version]));
const tagging = { field: 'tags' as const, add: ['Key'] };

/** Runs something while a rule is in force. @returns how often it struck */
async function during(rule: FaultRule, run: () => Promise<unknown>): Promise<number> {
  const id = own().fault(rule);
  await run();
  await own().cloud.idle();
  const [tally] = own().cloud.faults.lift(id) as [Tally];
  return tally.struck;
}

/** The message of a bulk edit, given to the worker once more. */
const message = ({ id, userId }: BulkEdit) => ({
  messageId: `m-${id}`,
  eventSource: 'aws:sqs',
  body: JSON.stringify({
    kind: 'bulk_edit.proceed',
    workspaceId: own().workspaceId,
    userId,
    bulkEditId: id,
  }),
});
const deliver = (edit: BulkEdit) => own().cloud.invoke('queue-jobs', { Records: [message(edit)] });

const deaths: FaultRule[] = [
  { kind: 'crash_after', count: 1 },
  { kind: 'drop', count: 3 },
];

test.each(deaths)(
  'a worker that meets $kind at each of its calls comes again and ends its work',
  async (death) => {
    let points = 0;
    for (let struck = 1; struck > 0; points += 1) {
      const [one, two, edited] = (await someClients(3)) as [ClientId, ClientId, ClientId];
      const { id } = await bulk().create(tagging, [one, two, edited]);
      await own().cloud.idle();
      const ready = await bulk().until(id, ({ state }) => state === 'ready');
      await own().api.clients.update({ params: at(edited), ifMatch: 1, body: { tags: ['Meanwhile'] } });
      struck = await during({ function: 'queue-jobs', after: points, ...death }, () => bulk().start(ready));
      const done = await bulk().until(id, ({ state }) => state === 'done');
      expect([points, done.tally]).toEqual([
        points,
        { ok: 2, unchanged: 0, denied: 0, invalid: 0, conflict: 1 },
      ]);
      expect(await facts([one, two, edited])).toEqual([
        [['Key'], 2],
        [['Key'], 2],
        [['Meanwhile'], 2],
      ]);

      const back = await during({ function: 'queue-jobs', after: points, ...death }, () => bulk().undo(done));
      const undone = await bulk().until(id, ({ state }) => state === 'undone');
      expect([points, undone.undo?.tally.ok]).toEqual([points, 2]);
      expect(await facts([one, two, edited])).toEqual([
        [[], 3],
        [[], 3],
        [['Meanwhile'], 2],
      ]);
      struck = Math.max(struck, back);
    }
    // The bulk edit, the frozen ids, the rows; access, client and commit of each; the mark at the end.
    expect(points).toBeGreaterThan(10);
    expect(own().cloud.queue('foyer-jobs').dead).toEqual([]);
    expect((await own().verify()).breaches).toEqual([]);
  },
);

test.each(deaths)('preparing survives $kind at each call: the selection is frozen once', async (death) => {
  let points = 0;
  for (let struck = 1; struck > 0; points += 1) {
    const ids = await someClients(2);
    let made: BulkEdit | undefined;
    struck = await during({ function: 'queue-jobs', after: points, ...death }, async () => {
      made = await bulk().create(tagging, ids);
    });
    if (!made) throw new Error('nothing was made');
    const ready = await bulk().until(made.id, ({ state }) => state === 'ready');
    expect([points, ready.total, ready.version]).toEqual([points, 2, 2]);
  }
  expect(points).toBeGreaterThan(4);
});

test('a message that comes twice at once changes nobody twice', async () => {
  const ids = await someClients(60);
  const ready = await bulk().prepared(tagging, ids);
  await during({ kind: 'drop', operation: 'SendMessage', count: 3 }, () => bulk().start(ready));
  await Promise.all([deliver(ready), deliver(ready), deliver(ready)]);
  await own().cloud.idle();
  const done = await bulk().until(ready.id, ({ state }) => state === 'done');
  expect(done.tally).toMatchObject({ ok: 60, conflict: 0 });
  expect(new Set((await facts(ids)).map(([, version]) => version))).toEqual(new Set([2]));
  for (const _ of [1, 2]) await deliver(done);
  expect(await bulk().until(done.id, () => true)).toEqual(done);
  expect((await own().verify()).breaches).toEqual([]);
});

test('a start whose message was lost is started again by asking again', async () => {
  const ready = await bulk().prepared(tagging, await someClients(2));
  const lost = await during({ kind: 'drop', operation: 'SendMessage', count: 3 }, () => bulk().start(ready));
  expect(lost).toBe(3);
  const stuck = await bulk().until(ready.id, () => true);
  expect(stuck).toMatchObject({ state: 'running', handled: 0 });
  await bulk().start(stuck);
  expect((await bulk().until(ready.id, ({ state }) => state === 'done')).tally.ok).toBe(2);
});

test('no client is changed after the moment of cancelling, whoever is still at it', async () => {
  const ids = await someClients(30);
  const ready = await bulk().prepared(tagging, ids);
  await during({ kind: 'drop', operation: 'SendMessage', count: 6 }, async () => {
    await bulk().start(ready);
    await bulk().cancel(ready.id);
  });
  await deliver(ready);
  const cancelled = await bulk().until(ready.id, ({ state }) => state === 'cancelled');
  expect(cancelled).toMatchObject({ handled: 0, undoUntil: null });
  expect((await facts(ids)).every(([, version]) => version === 1)).toBe(true);
});

test('rights are those of the moment at which a client is handled', async () => {
  const { cloud, workspaceId, api } = own();
  const { worldOf } = await import('#infra/local/world.ts');
  const { createApi } = await import('#contracts/client.ts');
  const { routes } = await import('#contracts/routes.ts');
  const world = worldOf(cloud);
  const account = { email: 'ada@example.test', password: 'Correct-horse-9!' };
  const person = await world.person({ ...account, name: 'Ada Admin' });
  await world.join(workspaceId, person, 'admin');
  const anybody = createApi(routes, { fetch, baseUrl: cloud.url, token: () => null });
  const { data } = await anybody.staffAuth.signIn({ body: account });
  const token = data && 'accessToken' in data ? data.accessToken : null;
  const hers = bulkOf({
    workspaceId,
    api: createApi(routes, { fetch, baseUrl: cloud.url, token: () => token }),
  });
  const ids = await someClients(2);
  const ready = await hers.prepared(tagging, ids);
  await during({ kind: 'drop', operation: 'SendMessage', count: 3 }, () => hers.start(ready));
  const { data: people } = await api.members.list({ params: { workspaceId } });
  const member = people?.data.find(({ userId }) => userId === person.userId);
  const demote = (role: string, ifMatch: number) =>
    api.members.update({ params: { workspaceId, userId: person.userId }, ifMatch, body: { role } });
  await demote('manager', member?.version ?? 0);
  await deliver(ready);
  await demote('admin', (member?.version ?? 0) + 1);
  const done = await hers.until(ready.id, ({ state }) => state === 'done');
  expect(done.tally).toMatchObject({ ok: 0, denied: 2 });
  expect((await hers.rows(ready.id)).map(({ code }) => code)).toEqual(['forbidden', 'forbidden']);
  expect(await facts(ids)).toEqual([
    [[], 1],
    [[], 1],
  ]);
});

describe('random changes, edits in between, undo', () => {
  const change = fc.oneof(
    fc.record({ field: fc.constant('tags' as const), add: fc.subarray(['A', 'B', 'C'], { minLength: 1 }) }),
    fc.record({ field: fc.constant('tags' as const), clear: fc.constant(true) }),
    fc.constant({ field: 'status' as const, status: 'active' as const }),
    fc.constant({ field: 'status' as const, status: 'inactive' as const, reason: 'Over' }),
  );

  test('leave each client as it was, or as whoever edited it since left it', async () => {
    await fc.assert(
      fc.asyncProperty(
        change,
        fc.subarray([0, 1, 2, 3]),
        fc.subarray([0, 1, 2, 3]),
        async (what, early, late) => {
          const ids = await someClients(4);
          const touch = async (which: readonly number[], notes: string) => {
            for (const n of which) {
              const client = await get(ids[n] as ClientId);
              await own().api.clients.update({
                params: at(ids[n] as ClientId),
                ifMatch: client?.version ?? 0,
                body: { notes },
              });
            }
          };
          const ready = await bulk().prepared(what, ids);
          await touch(early, 'early');
          const before = await Promise.all(ids.map(get));
          const done = await bulk().run(ready);
          const kept = await bulk().rows(done.id);
          expect(kept.filter(({ outcome }) => outcome === 'conflict')).toEqual([]);
          await touch(late, 'late');
          const between = await Promise.all(ids.map(get));
          if (done.tally.ok > 0) await bulk().undone(done);
          const after = await Promise.all(ids.map(get));
          for (const [n, id] of ids.entries()) {
            const changed = kept.find((row) => row.clientId === id)?.outcome === 'ok';
            const then = changed ? before[n] : between[n];
            expect(after[n]).toMatchObject({
              tags: then?.tags,
              status: then?.status,
              statusReason: then?.statusReason,
              notes: between[n]?.notes,
            });
          }
        },
      ),
      { numRuns: 8 },
    );
    expect((await own().verify()).breaches).toEqual([]);
  });
});
