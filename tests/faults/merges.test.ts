import { expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import type { Merge } from '#contracts/schemas/merge.ts';
import type { FaultRule, Tally } from '#infra/local/faults.ts';
import { worldOf } from '#infra/local/world.ts';
import { mergingOf, money } from '../support/merging.ts';
import { graveyard } from './graveyard.ts';
import { useOwnCloud } from './own-cloud.ts';

/** C11: whatever dies while a client moves into another, or back, nothing is lost and nothing is there twice. */

const own = useOwnCloud();
const { purge, destroy, trash } = graveyard(own);
let made: ReturnType<typeof mergingOf> | undefined;
const merging = () => {
  made ??= mergingOf(own(), () => worldOf(own().cloud));
  return made;
};

/** Runs something while a rule is in force. @returns how often it struck */
async function during(rule: FaultRule, run: () => Promise<unknown>): Promise<number> {
  const id = own().fault(rule);
  await run();
  await own().cloud.idle();
  const [tally] = own().cloud.faults.lift(id) as [Tally];
  return tally.struck;
}

const counts = async (clientId: ClientId) => {
  const kinds = (await merging().partitionOf(clientId)).map((item) => String(item.__edb_e__));
  return Object.fromEntries(
    [...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((one) => one === kind).length]),
  );
};

test('a worker that dies at any of its calls comes again and ends its work, there and back', async () => {
  const tools = merging();
  const ends: unknown[] = [];
  let backwards = 0;
  // The first calls, and some in between: each thing that moves takes the same handful of them.
  for (const point of [0, 2, 31, 64, 97]) {
    const { survivor, loser } = await tools.pair();
    const before = [await counts(survivor.id), await counts(loser.id)];
    let merge: Merge | undefined;
    const death = { kind: 'crash_after', count: 1, function: 'queue-jobs', after: point } as const;
    const struck = await during(death, async () => {
      merge = await tools.merge(survivor, loser, money('loser'));
    });
    if (!merge) throw new Error('nothing was merged');
    const done = await tools.until(merge, 'done');
    expect([point, done.handled]).toEqual([point, 21]);
    ends.push(await counts(survivor.id));
    const back = await during(death, () => tools.undo(done));
    const undone = await tools.until(done, 'undone');
    expect([point, undone.handled, undone.skipped]).toEqual([point, 21, []]);
    const { merge: _, ...after } = await counts(survivor.id);
    expect([point, after, await counts(loser.id)]).toEqual([point, ...before]);
    expect([point, struck]).toEqual([point, 1]);
    backwards += back;
  }
  for (const end of ends) expect(end).toEqual(ends[0]);
  expect(backwards).toBeGreaterThan(2);
  expect(own().cloud.queue('foyer-jobs').dead).toEqual([]);
  expect((await own().verify()).breaches).toEqual([]);
}, 180_000);

test('a message that is lost is sent again by the daily run, one that comes twice does nothing twice', async () => {
  const tools = merging();
  const { survivor, loser } = await tools.pair();
  let merge: Merge | undefined;
  await during({ kind: 'drop', operation: 'SendMessage', count: 3 }, async () => {
    merge = await tools.merge(survivor, loser, money('survivor'));
  });
  if (!merge) throw new Error('nothing was merged');
  expect((await tools.partitionOf(loser.id)).length).toBeGreaterThan(20);
  await purge(new Date());
  await own().cloud.idle();
  const done = await tools.until(merge, 'done');
  const message = {
    messageId: 'm',
    eventSource: 'aws:sqs',
    body: JSON.stringify({
      kind: 'merge.proceed',
      workspaceId: own().workspaceId,
      clientId: survivor.id,
      mergeId: merge.id,
    }),
  };
  await Promise.all([1, 2].map(() => own().cloud.invoke('queue-jobs', { Records: [message] })));
  expect((await tools.until(merge, 'done')).handled).toBe(done.handled);
  expect((await own().verify()).breaches).toEqual([]);
});

test('destroying the client that stayed destroys what points to it, with all that the merge kept', async () => {
  const tools = merging();
  const [one, two, three] = [await tools.client('A'), await tools.client('B'), await tools.client('C')];
  await tools.until(await tools.merge(two, one), 'done');
  await tools.until(await tools.merge(three, await tools.get(two.id)), 'done');
  await destroy(three.id, await trash(three.id));
  await own().cloud.idle();
  for (const _ of [1, 2]) {
    await purge(new Date());
    await own().cloud.idle();
  }
  for (const { id } of [one, two, three]) expect(await tools.partitionOf(id)).toEqual([]);
  expect((await own().verify()).breaches).toEqual([]);
});
