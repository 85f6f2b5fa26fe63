import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { type DeliveryRules, deliver } from '#infra/local/delivery.ts';

/** The rules of event source mappings, on records that are only numbers. */

const NOW = 1_800_000_000_000;

const record = (sequence: string, ageHours = 0): DynamoDBRecord => ({
  eventID: sequence,
  dynamodb: { SequenceNumber: sequence, ApproximateCreationDateTime: NOW / 1000 - ageHours * 3600 },
});

const sequenceOf = (one: DynamoDBRecord) => one.dynamodb?.SequenceNumber ?? '';

type Consumer = (sequences: string[], call: number) => unknown;

/** Delivers and tells what happened, in order. */
async function run(records: DynamoDBRecord[], consumer: Consumer, rules: Partial<DeliveryRules> = {}) {
  const calls: string[] = [];
  const done: string[] = [];
  const buried: string[] = [];
  const pauses: number[] = [];
  await deliver(
    records,
    { retries: 2, maxAgeHours: 23, bisect: false, ...rules },
    {
      async invoke(batch) {
        const sequences = batch.map(sequenceOf);
        calls.push(sequences.join(''));
        return consumer(sequences, calls.length);
      },
      done: (one) => done.push(sequenceOf(one)),
      bury: async ({ record: one, reason }) => void buried.push(`${sequenceOf(one)} ${reason}`),
      async pause(tries) {
        pauses.push(tries);
      },
      closing: () => false,
      now: () => NOW,
    },
  );
  return { calls, done, buried, pauses };
}

const abcd = ['a', 'b', 'c', 'd'].map((sequence) => record(sequence));
const failing = (...sequences: string[]) => ({
  batchItemFailures: sequences.map((itemIdentifier) => ({ itemIdentifier })),
});
const throwing =
  (...poison: string[]): Consumer =>
  (sequences) => {
    if (sequences.some((sequence) => poison.includes(sequence))) throw new Error('poison');
  };

describe('a batch that succeeds', () => {
  test.each([undefined, null, {}, { batchItemFailures: [] }])(
    'with %j is done in one call',
    async (answer) => {
      expect(await run(abcd, () => answer)).toEqual({ calls: ['abcd'], done: ['d'], buried: [], pauses: [] });
    },
  );
});

describe('reported failures', () => {
  test('go on from the lowest failed record; those before it are done', async () => {
    const { calls, done, buried } = await run(abcd, (_, call) => (call === 1 ? failing('d', 'c') : null));
    expect(calls).toEqual(['abcd', 'cd']);
    expect(done).toEqual(['b', 'd']);
    expect(buried).toEqual([]);
  });

  test('with bisect the failed record is tried alone, and the others do not suffer', async () => {
    const poison: Consumer = (sequences) => failing(...sequences.filter((sequence) => sequence === 'b'));
    const { calls, buried, done } = await run(abcd, poison, { bisect: true });
    expect(calls).toEqual(['abcd', 'b', 'b', 'cd']);
    expect(buried).toEqual(['b retries_exhausted']);
    expect(done).toEqual(['a', 'b', 'd']);
  });

  test.each(['', 'unknown'])('an identifier %j that names no record fails the batch', async (identifier) => {
    const { calls } = await run(abcd, (_, call) => (call === 1 ? failing(identifier) : null));
    expect(calls).toEqual(['abcd', 'abcd']);
  });
});

describe('a consumer that throws', () => {
  test('is given the whole batch again, after longer and longer waits, then it is buried', async () => {
    const { calls, buried, pauses, done } = await run(abcd, throwing('c'));
    expect(calls).toEqual(['abcd', 'abcd', 'abcd']);
    expect(pauses).toEqual([1, 2]);
    expect(buried).toEqual(['a', 'b', 'c', 'd'].map((sequence) => `${sequence} retries_exhausted`));
    expect(done).toEqual(['d']);
  });

  test('with bisect is given halves at no cost of tries, until the poison is alone', async () => {
    const { calls, buried } = await run(abcd, throwing('c'), { bisect: true });
    expect(calls).toEqual(['abcd', 'ab', 'cd', 'c', 'c', 'c', 'd']);
    expect(buried).toEqual(['c retries_exhausted']);
  });

  test('that recovers loses nothing', async () => {
    const { buried, calls } = await run(abcd, (_, call) => {
      if (call < 3) throw new Error('not yet');
    });
    expect(calls).toHaveLength(3);
    expect(buried).toEqual([]);
  });
});

test('records that are too old are buried without a call', async () => {
  const { calls, buried } = await run([record('a', 24), record('b')], () => null);
  expect(calls).toEqual(['b']);
  expect(buried).toEqual(['a too_old']);
});

test('a call cut off while closing leaves the record neither done nor buried', async () => {
  const touched: string[] = [];
  const delivering = deliver(
    abcd,
    { retries: 0, maxAgeHours: 23, bisect: true },
    {
      invoke: () => Promise.reject(new Error('ended')),
      done: () => touched.push('done'),
      bury: async () => void touched.push('buried'),
      pause: async () => {},
      closing: () => true,
      now: () => NOW,
    },
  );
  await expect(delivering).rejects.toThrow('ended');
  expect(touched).toEqual([]);
});
