import { beforeEach, describe, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import { clients } from '#contracts/routes/clients.ts';
import type { ClientRow } from '#contracts/schemas/client.ts';
import { verifyWorkspace } from '#data/verify.ts';
import type { FaultRule } from '#infra/local/faults.ts';
import { eventually } from '../support/eventually.ts';
import { bearer, givenWorkspace, type RawAnswer, send, unique, world } from '../support/given.ts';
import { withFaults } from './order.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
beforeEach(async () => {
  given = await givenWorkspace();
});

const create = (name: string, key = unique('key')) =>
  send('POST', urlOf(clients.create, { params: given }), {
    headers: { ...bearer(given.token), 'idempotency-key': key },
    body: { name },
  });
/** Every client of the workspace, page by page. */
async function all() {
  const rows: ClientRow[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { data } = await given.api.clients.list({ params: given, query: { cursor } });
    rows.push(...(data?.data ?? []));
    cursor = data?.page.next ?? null;
  }
  return rows;
}
const names = async () => (await all()).map(({ name }) => name);
/** A fault of this workspace only: other tests use the same functions at the same time. */
const here = (rule: FaultRule): FaultRule => ({ about: given.workspaceId, ...rule });
const transaction = (rule: FaultRule) => here({ operation: 'TransactWriteItems', ...rule });

/** The SDK sends a call at most three times. */
const EVERY_TRY = 3;

const isLater = ({ status, headers, json }: RawAnswer) =>
  status === 503 && json.code === 'dependency_down' && Number(headers['retry-after']) > 0;
const broken = (answers: RawAnswer[]) =>
  answers
    .filter((answer) => answer.status !== 201 && !isLater(answer))
    .map(({ status, text }) => [status, text]);

/** Every acknowledged client is there once, nothing is there that was not asked for, and all invariants hold. */
async function expectKept(answers: RawAnswer[]) {
  const { client, tables } = world();
  const { breaches, clients: kept } = await eventually(
    () => verifyWorkspace(client, tables.main, given.workspaceId),
    ({ breaches }) => breaches.length === 0,
  );
  expect(breaches).toEqual([]);
  const acknowledged = answers.filter(({ status }) => status === 201).map(({ json }) => json.id);
  const there = new Set<string>((await all()).map(({ id }) => id));
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  return { acknowledged: new Set(acknowledged).size, kept };
}

describe('FLT-11 the answer is lost after the commit', () => {
  test('once: the SDK asks again, and the transaction knows itself', async () => {
    const { answer, tallies } = await withFaults(
      [transaction({ kind: 'reset', count: 1 })],
      async (faults) => ({
        answer: await create('Once'),
        tallies: await faults.tallies(),
      }),
    );
    expect(tallies).toEqual([{ matched: 2, struck: 1 }]);
    expect([answer.status, await names()]).toEqual([201, ['Once']]);
  });

  test('for good: the client repeats with its key and finds one client, the same for ever', async () => {
    const key = unique('key');
    const lost = await withFaults([transaction({ kind: 'reset', count: EVERY_TRY })], () =>
      create('Committed', key),
    );
    expect(isLater(lost)).toBe(true);
    const [again, once] = [await create('Committed', key), await create('Committed', key)];
    expect(again.status).toBe(201);
    expect([once.status, once.text]).toEqual([201, again.text]);
    expect(await names()).toEqual(['Committed']);
  });
});

describe('FLT-13 transactions meet', () => {
  test('in three of ten tries: they try again, and none has a double effect', async () => {
    const answers: RawAnswer[] = [];
    const tallies = await withFaults(
      [transaction({ kind: 'conflict', probability: 0.3 })],
      async (faults) => {
        // One after the other, so that the seed alone decides.
        for (let n = 0; n < 200; n += 1) answers.push(await create(`Client ${n}`));
        return faults.tallies();
      },
      7,
    );
    expect(tallies[0]?.struck).toBeGreaterThan(40);
    expect(broken(answers)).toEqual([]);
    const { acknowledged, kept } = await expectKept(answers);
    expect(acknowledged).toBeGreaterThanOrEqual(198);
    // A conflict writes nothing, so what was refused is wholly absent.
    expect(kept).toBe(acknowledged);
  });

  test('always: 503 with Retry-After after six tries, and nothing is written', async () => {
    const [answer, tallies] = await withFaults([transaction({ kind: 'conflict' })], async (faults) => [
      await create('Never'),
      await faults.tallies(),
    ]);
    expect(isLater(answer)).toBe(true);
    expect(tallies).toEqual([{ matched: 6, struck: 6 }]);
    expect(await names()).toEqual([]);
  });
});

describe('FLT-14 the table throttles', () => {
  test('one call in ten: no acknowledged write is lost', async () => {
    const answers = await withFaults([here({ kind: 'throttle', probability: 0.1 })], () =>
      Promise.all(Array.from({ length: 60 }, (_, n) => create(`Client ${n}`))),
    );
    expect(broken(answers)).toEqual([]);
    await expectKept(answers);
  });

  test('every call: 503 with Retry-After, three calls a request and no storm, and then it recovers', async () => {
    const calls = await withFaults([here({ kind: 'throttle' })], async (faults) => {
      expect(isLater(await create('Refused'))).toBe(true);
      return faults.tallies();
    });
    expect(calls[0]?.matched).toBe(EVERY_TRY);
    expect((await create('Recovered')).status).toBe(201);
    expect(await names()).toEqual(['Recovered']);
  });
});

describe('FLT-15 the table fails', () => {
  test.each(['server_error', 'drop', 'reset'] as const)(
    '%s in one call of five: a success or 503 with Retry-After, and no acknowledged write is lost',
    async (kind) => {
      const answers = await withFaults([here({ kind, probability: 0.2 })], () =>
        Promise.all(Array.from({ length: 40 }, (_, n) => create(`Client ${n}`))),
      );
      expect(broken(answers)).toEqual([]);
      await expectKept(answers);
    },
  );

  test.each(['server_error', 'drop'] as const)('%s always: 503 with Retry-After', async (kind) => {
    const answer = await withFaults([here({ kind })], () => create('Refused'));
    expect([answer.status, isLater(answer)]).toEqual([503, true]);
  });

  test.each([
    ['GetItem', 'counts'],
    ['Query', 'list'],
  ] as const)('a %s that fails inside an entity is 503 with Retry-After too', async (operation, verb) => {
    for (const kind of ['throttle', 'server_error', 'drop'] as const) {
      const answer = await withFaults([here({ kind, operation })], () =>
        send('GET', urlOf(clients[verb], { params: given }), { headers: bearer(given.token) }),
      );
      expect([kind, answer.status, isLater(answer)]).toEqual([kind, 503, true]);
    }
  });

  test('a call that stalls is given up and repeated long before it would be answered', async () => {
    const tallies = await withFaults(
      [here({ kind: 'delay', delayMs: 600_000, operation: 'TransactWriteItems', count: 1 })],
      async (faults) => {
        expect((await create('Stalled')).status).toBe(201);
        return faults.tallies();
      },
    );
    expect(tallies).toEqual([{ matched: 2, struck: 1 }]);
    expect(await names()).toEqual(['Stalled']);
  });
});
