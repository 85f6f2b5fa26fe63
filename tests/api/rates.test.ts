import { beforeEach, describe, expect, test } from 'vitest';
import { verifyWorkspace } from '#data/verify.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace, world } from '../support/given.ts';
import { engineer, ratesOf } from '../support/rates.ts';
import { refusalOf } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let rates: Awaited<ReturnType<typeof ratesOf>>;

beforeEach(async () => {
  given = await givenWorkspace();
  rates = await ratesOf(given);
});

describe('changing rates', () => {
  test('adds, changes, moves and removes in one batch, each change with its event', async () => {
    const [first] = await rates.change({ put: [engineer({ overtime: 15_000 })] });
    expect(first).toMatchObject({
      positionKey: 'engineer',
      positionName: 'Engineer',
      regular: 10_000,
      overtime: 15_000,
      currency: 'EUR',
      unit: 'hour',
      effectiveTo: null,
      version: 1,
    });
    if (!first) return;
    const { id, version } = first;
    const [, second] = await rates.change({
      put: [
        engineer({ id, version, regular: 12_000, effectiveTo: '2026-06-30' }),
        engineer({ effectiveFrom: '2026-07-01', regular: 13_000 }),
      ],
    });
    expect(await rates.all()).toMatchObject([
      { id, version: 2, regular: 12_000, effectiveTo: '2026-06-30' },
      { id: second?.id, version: 1, regular: 13_000 },
    ]);
    // Another first day is another place: the old rate ends, one with an id of its own begins.
    await rates.change({ put: [engineer({ id, version: 2, effectiveFrom: '2025-01-01' })] });
    expect((await rates.all()).map(({ effectiveFrom }) => effectiveFrom)).toEqual([
      '2025-01-01',
      '2026-07-01',
    ]);
    if (second) await rates.change({ remove: [{ id: second.id, version: 1 }] });
    expect(await rates.all()).toHaveLength(1);
    await rates.change({ put: [engineer({ effectiveFrom: '2026-07-01' })] });
    await expectSound(given);
  });

  test('the timeline tells that, never what', async () => {
    await rates.change({ put: [engineer({ regular: 4_242 })] });
    const told = await eventually(
      async () => (await given.api.activity.ofClient({ params: rates.params(), query: {} })).data?.data ?? [],
      (events) => events.some(({ type }) => type === 'rate.created'),
    );
    const event = told.find(({ type }) => type === 'rate.created');
    expect(event?.record).toMatchObject({ kind: 'rate', label: 'Engineer' });
    expect(JSON.stringify(told)).not.toContain('4242');
  });

  test('refuses bad money, the same day twice, overlaps and unknown fields at their cells, and writes nothing', async () => {
    expect(
      await refusalOf(
        rates.change({ put: [engineer(), engineer({ position: 'Designer', regular: -1, overtime: 0.5 })] }),
      ),
    ).toMatchObject({
      status: 422,
      code: 'invalid_money',
      errors: [
        { pointer: '/put/1/regular', code: 'negative' },
        { pointer: '/put/1/overtime', code: 'too_many_decimals' },
      ],
    });
    await rates.change({ put: [engineer({ effectiveTo: '2026-06-30' })] });
    expect(await refusalOf(rates.change({ put: [engineer({ position: ' ENGINEER ' })] }))).toMatchObject({
      status: 409,
      code: 'rate_exists',
      errors: [{ pointer: '/put/0/effectiveFrom' }],
    });
    expect(await refusalOf(rates.change({ put: [engineer({ effectiveFrom: '2026-06-30' })] }))).toMatchObject(
      {
        status: 422,
        errors: [{ pointer: '/put/0/effectiveFrom', code: 'overlaps' }],
      },
    );
    for (const extra of [
      { currency: 'USD' },
      { workspaceId: 'ws_x' },
      { unit: 'day' },
      { updatedBy: 'me' },
    ]) {
      expect(
        await refusalOf(rates.change({ put: [{ ...engineer({ position: 'x' }), ...extra }] })),
      ).toMatchObject({
        status: 422,
      });
    }
    expect(await refusalOf(rates.change({}))).toMatchObject({ status: 422 });
    const many = Array.from({ length: 41 }, (_, n) => engineer({ position: `P${n}` }));
    expect(await refusalOf(rates.change({ put: many }))).toMatchObject({ status: 422 });
    expect(await rates.all()).toHaveLength(1);
  });

  test('somebody else’s change is not overwritten', async () => {
    const [rate] = await rates.change({ put: [engineer()] });
    if (!rate) throw new Error('no rate');
    await rates.change({ put: [engineer({ id: rate.id, version: 1, regular: 1 })] });
    expect(
      await refusalOf(rates.change({ put: [engineer({ id: rate.id, version: 1, regular: 2 })] })),
    ).toMatchObject({ status: 412, code: 'version_conflict' });
    expect(await refusalOf(rates.change({ remove: [{ id: rate.id, version: 1 }] }))).toMatchObject({
      status: 412,
    });
  });

  test('a hundred writers of one day: one wins, and whoever overlaps is refused', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) => rates.change({ put: [engineer({ regular: n })] })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(['rate_exists']));
    await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) =>
        rates.change({
          put: [
            engineer({
              position: 'Tester',
              effectiveFrom: `2026-0${1 + (n % 6)}-01`,
              effectiveTo: '2026-12-31',
            }),
          ],
        }),
      ),
    );
    expect((await rates.all()).filter(({ positionKey }) => positionKey === 'tester').length).toBeGreaterThan(
      0,
    );
    await expectSound(given);
  });
});

describe('the rate of a day', () => {
  test('is the client’s, else the card’s, else none; gaps and ends are honoured', async () => {
    await rates.changeCard({ put: [engineer({ regular: 7_000, effectiveFrom: '2025-01-01' })] });
    await rates.change({
      put: [
        engineer({ regular: 10_000, effectiveTo: '2026-03-31' }),
        engineer({ regular: 11_000, effectiveFrom: '2026-05-01', overtime: 20_000 }),
      ],
    });
    const found = async (day: string) => {
      const { data } = await rates.on(day);
      return [data?.source, data?.rate.regular, data?.overtime.basis];
    };
    expect(await found('2025-12-31')).toEqual(['card', 7_000, 'blocked']);
    expect(await found('2026-01-01')).toEqual(['client', 10_000, 'blocked']);
    expect(await found('2026-03-31')).toEqual(['client', 10_000, 'blocked']);
    expect(await found('2026-04-15')).toEqual(['card', 7_000, 'blocked']);
    expect(await found('2026-05-01')).toEqual(['client', 11_000, 'rate']);
    expect(await refusalOf(rates.on('2024-12-31'))).toMatchObject({ status: 409, code: 'rate_not_found' });
    expect(await refusalOf(rates.on('2026-01-01', 'Nobody'))).toMatchObject({ code: 'rate_not_found' });
  });

  test('says what overtime costs under the policy of the workspace', async () => {
    await rates.change({ put: [engineer()] });
    const settings = async () => (await given.api.workspaceSettings.get({ params: given })).data;
    expect((await settings())?.overtimePolicy).toEqual({ kind: 'block' });
    await given.api.workspaceSettings.update({
      params: given,
      ifMatch: (await settings())?.version ?? 0,
      body: { overtimePolicy: { kind: 'multiplier', hundredths: 150 } },
    });
    expect((await rates.on('2026-02-01')).data?.overtime).toEqual({ basis: 'multiplier', amount: 15_000 });
    expect(
      await refusalOf(
        given.api.workspaceSettings.update({
          params: given,
          ifMatch: (await settings())?.version ?? 0,
          body: { overtimePolicy: { kind: 'multiplier', hundredths: 301 } },
        }),
      ),
    ).toMatchObject({ status: 422 });
  });

  test('a position of the list goes by its key', async () => {
    const entries = [{ key: 'pm', label: 'Project lead', archived: false }];
    await given.api.lists.update({
      params: { ...given, list: 'positions' },
      ifMatch: 0,
      body: { entries },
    });
    await rates.change({ put: [engineer({ position: 'project LEAD' })] });
    expect((await rates.on('2026-02-01', 'pm')).data?.rate).toMatchObject({ positionName: 'Project lead' });
  });
});

test('without rates.view nothing of it is there, and a client that is destroyed takes its rates along', async () => {
  await rates.change({ put: [engineer()] });
  const basic = await given.join('basic');
  expect(await refusalOf(basic.api.rates.list({ params: rates.params() }))).toMatchObject({
    status: 403,
  });
  const manager = await given.join('manager');
  expect((await manager.api.rates.list({ params: rates.params() })).data?.data).toHaveLength(1);
  expect(await refusalOf(rates.change({ put: [engineer({ position: 'x' })] }, manager))).toMatchObject({
    status: 403,
  });
  await given.api.clients.remove({ params: rates.params(), ifMatch: 1 });
  await given.api.clients.destroy({ params: rates.params(), ifMatch: 2 });
  const { client: documents, tables } = world();
  const counted = await eventually(
    () => verifyWorkspace(documents, tables.main, given.workspaceId),
    ({ rates, clients }) => rates === 0 && clients === 0,
  );
  expect(counted.rates).toBe(0);
});
