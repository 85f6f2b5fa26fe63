import { beforeEach, describe, expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import type { RateChanges, RatePut } from '#contracts/schemas/rate.ts';
import { verifyWorkspace } from '#data/verify.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace, type SignedIn, world } from '../support/given.ts';
import { expectSound } from '../support/sound.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;
let given: Given;
let clientId: ClientId;

beforeEach(async () => {
  given = await givenWorkspace();
  clientId = await client('Acme');
});

const client = async (name: string): Promise<ClientId> => {
  const { data } = await given.api.clients.create({ params: given, body: { name } });
  if (!data) throw new Error('no client');
  return data.id;
};
const params = () => ({ workspaceId: given.workspaceId, clientId });
const engineer = (over: Partial<RatePut> = {}): RatePut => ({
  position: 'Engineer',
  regular: 10_000,
  effectiveFrom: '2026-01-01',
  ...over,
});
const change = async (body: Partial<RateChanges>, as: SignedIn = given) =>
  (await as.api.rates.change({ params: params(), body })).data?.data ?? [];
const changeCard = (body: Partial<RateChanges>) => given.api.rates.changeCard({ params: given, body });
const all = async () => (await given.api.rates.list({ params: params() })).data?.data ?? [];
const on = (day: string, position = 'engineer') =>
  given.api.rates.resolve({ params: params(), query: { position, on: day } });
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ status, code, errors }) => ({ status, code, errors }),
  );

describe('changing rates', () => {
  test('adds, changes, moves and removes in one batch, each change with its event', async () => {
    const [first] = await change({ put: [engineer({ overtime: 15_000 })] });
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
    const [, second] = await change({
      put: [
        engineer({ id, version, regular: 12_000, effectiveTo: '2026-06-30' }),
        engineer({ effectiveFrom: '2026-07-01', regular: 13_000 }),
      ],
    });
    expect(await all()).toMatchObject([
      { id, version: 2, regular: 12_000, effectiveTo: '2026-06-30' },
      { id: second?.id, version: 1, regular: 13_000 },
    ]);
    // Another first day is another place: the old rate ends, one with an id of its own begins.
    await change({ put: [engineer({ id, version: 2, effectiveFrom: '2025-01-01' })] });
    expect((await all()).map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2025-01-01', '2026-07-01']);
    if (second) await change({ remove: [{ id: second.id, version: 1 }] });
    expect(await all()).toHaveLength(1);
    await change({ put: [engineer({ effectiveFrom: '2026-07-01' })] });
    await expectSound(given);
  });

  test('the timeline tells that, never what', async () => {
    await change({ put: [engineer({ regular: 4_242 })] });
    const told = await eventually(
      async () => (await given.api.activity.ofClient({ params: params(), query: {} })).data?.data ?? [],
      (events) => events.some(({ type }) => type === 'rate.created'),
    );
    const event = told.find(({ type }) => type === 'rate.created');
    expect(event?.record).toMatchObject({ kind: 'rate', label: 'Engineer' });
    expect(JSON.stringify(told)).not.toContain('4242');
  });

  test('refuses bad money, the same day twice, overlaps and unknown fields at their cells, and writes nothing', async () => {
    expect(
      await refusalOf(
        change({ put: [engineer(), engineer({ position: 'Designer', regular: -1, overtime: 0.5 })] }),
      ),
    ).toMatchObject({
      status: 422,
      code: 'invalid_money',
      errors: [
        { pointer: '/put/1/regular', code: 'negative' },
        { pointer: '/put/1/overtime', code: 'too_many_decimals' },
      ],
    });
    await change({ put: [engineer({ effectiveTo: '2026-06-30' })] });
    expect(await refusalOf(change({ put: [engineer({ position: ' ENGINEER ' })] }))).toMatchObject({
      status: 409,
      code: 'rate_exists',
      errors: [{ pointer: '/put/0/effectiveFrom' }],
    });
    expect(await refusalOf(change({ put: [engineer({ effectiveFrom: '2026-06-30' })] }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/put/0/effectiveFrom', code: 'overlaps' }],
    });
    for (const extra of [
      { currency: 'USD' },
      { workspaceId: 'ws_x' },
      { unit: 'day' },
      { updatedBy: 'me' },
    ]) {
      expect(await refusalOf(change({ put: [{ ...engineer({ position: 'x' }), ...extra }] }))).toMatchObject({
        status: 422,
      });
    }
    expect(await refusalOf(change({}))).toMatchObject({ status: 422 });
    const many = Array.from({ length: 41 }, (_, n) => engineer({ position: `P${n}` }));
    expect(await refusalOf(change({ put: many }))).toMatchObject({ status: 422 });
    expect(await all()).toHaveLength(1);
  });

  test('somebody else’s change is not overwritten', async () => {
    const [rate] = await change({ put: [engineer()] });
    if (!rate) throw new Error('no rate');
    await change({ put: [engineer({ id: rate.id, version: 1, regular: 1 })] });
    expect(
      await refusalOf(change({ put: [engineer({ id: rate.id, version: 1, regular: 2 })] })),
    ).toMatchObject({ status: 412, code: 'version_conflict' });
    expect(await refusalOf(change({ remove: [{ id: rate.id, version: 1 }] }))).toMatchObject({ status: 412 });
  });

  test('a hundred writers of one day: one wins, and whoever overlaps is refused', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, n) => refusalOf(change({ put: [engineer({ regular: n })] }))),
    );
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    const refused = outcomes.filter((outcome) => outcome !== null).map(({ code }) => code);
    expect(new Set(refused)).toEqual(new Set(['rate_exists']));
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        refusalOf(
          change({
            put: [
              engineer({
                position: 'Tester',
                effectiveFrom: `2026-0${1 + (n % 6)}-01`,
                effectiveTo: '2026-12-31',
              }),
            ],
          }),
        ),
      ),
    );
    expect((await all()).filter(({ positionKey }) => positionKey === 'tester').length).toBeGreaterThan(0);
    await expectSound(given);
  });
});

describe('the rate of a day', () => {
  test('is the client’s, else the card’s, else none; gaps and ends are honoured', async () => {
    await changeCard({ put: [engineer({ regular: 7_000, effectiveFrom: '2025-01-01' })] });
    await change({
      put: [
        engineer({ regular: 10_000, effectiveTo: '2026-03-31' }),
        engineer({ regular: 11_000, effectiveFrom: '2026-05-01', overtime: 20_000 }),
      ],
    });
    const found = async (day: string) => {
      const { data } = await on(day);
      return [data?.source, data?.rate.regular, data?.overtime.basis];
    };
    expect(await found('2025-12-31')).toEqual(['card', 7_000, 'blocked']);
    expect(await found('2026-01-01')).toEqual(['client', 10_000, 'blocked']);
    expect(await found('2026-03-31')).toEqual(['client', 10_000, 'blocked']);
    expect(await found('2026-04-15')).toEqual(['card', 7_000, 'blocked']);
    expect(await found('2026-05-01')).toEqual(['client', 11_000, 'rate']);
    expect(await refusalOf(on('2024-12-31'))).toMatchObject({ status: 409, code: 'rate_not_found' });
    expect(await refusalOf(on('2026-01-01', 'Nobody'))).toMatchObject({ code: 'rate_not_found' });
  });

  test('says what overtime costs under the policy of the workspace', async () => {
    await change({ put: [engineer()] });
    const settings = async () => (await given.api.workspaceSettings.get({ params: given })).data;
    expect((await settings())?.overtimePolicy).toEqual({ kind: 'block' });
    await given.api.workspaceSettings.update({
      params: given,
      ifMatch: (await settings())?.version ?? 0,
      body: { overtimePolicy: { kind: 'multiplier', hundredths: 150 } },
    });
    expect((await on('2026-02-01')).data?.overtime).toEqual({ basis: 'multiplier', amount: 15_000 });
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
    await change({ put: [engineer({ position: 'project LEAD' })] });
    expect((await on('2026-02-01', 'pm')).data?.rate).toMatchObject({ positionName: 'Project lead' });
  });
});

describe('currency', () => {
  const billIn = async (currency: string | null, id = clientId) => {
    const at = { workspaceId: given.workspaceId, clientId: id };
    const { data } = await given.api.clientSettings.get({ params: at });
    await given.api.clientSettings.update({ params: at, ifMatch: data?.version ?? 0, body: { currency } });
  };
  const listed = async () => (await given.api.rates.list({ params: params() })).data;

  test.each([
    ['JPY', 1_450],
    ['KWD', 1_005],
  ])('R1 rates are in the client’s currency, %s in its own smallest unit', async (currency, regular) => {
    await billIn(currency);
    const [rate] = await change({ put: [engineer({ regular })] });
    expect(rate).toMatchObject({ regular, currency });
    expect((await listed())?.currency).toBe(currency);
    const half = await refusalOf(change({ put: [engineer({ position: 'Half', regular: 0.5 })] }));
    expect(half).toMatchObject({ code: 'invalid_money', errors: [{ code: 'too_many_decimals' }] });
    expect((await given.api.rates.card({ params: given })).data?.currency).toBe('EUR');
  });

  test('R1 without one of its own it is the nearest parent’s, else the workspace’s', async () => {
    const group = await client('Group');
    await given.api.family.setParent({ params: params(), ifMatch: 1, body: { parentId: group } });
    expect((await listed())?.currency).toBe('EUR');
    await billIn('USD', group);
    expect((await listed())?.currency).toBe('USD');
    await billIn('KWD');
    expect((await listed())?.currency).toBe('KWD');
  });

  test('R1 when the currency changes, what was agreed keeps its own, through every later change', async () => {
    const [old] = await change({ put: [engineer({ regular: 10_000, effectiveTo: '2026-12-31' })] });
    if (!old) throw new Error('no rate');
    await billIn('JPY');
    const [mended] = await change({
      put: [engineer({ id: old.id, version: 1, regular: 11_000, effectiveTo: '2026-06-30' })],
    });
    expect(mended).toMatchObject({ regular: 11_000, currency: 'EUR' });
    await change({ put: [engineer({ regular: 18_000, effectiveFrom: '2026-07-01' })] });
    expect((await listed())?.data).toMatchObject([
      { currency: 'EUR', regular: 11_000 },
      { currency: 'JPY', regular: 18_000 },
    ]);
    expect((await on('2026-06-30')).data?.rate.currency).toBe('EUR');
    expect((await on('2026-07-01')).data?.rate.currency).toBe('JPY');
    await expectSound(given);
  });

  test('R3 a rate of the card in another currency is no rate of this client, and is not copied', async () => {
    await changeCard({ put: [engineer({ regular: 7_000 })] });
    expect((await on('2026-02-01')).data?.source).toBe('card');
    await billIn('USD');
    const refused = await on('2026-02-01').catch((error) => error);
    expect(refused).toMatchObject({ status: 409, code: 'rate_not_found' });
    expect(refused.problem).toMatchObject({
      detail: 'The rate card has Engineer in EUR, and this client is billed in USD.',
      looked: [
        { level: 'client', verdict: 'none' },
        { level: 'card', verdict: 'other_currency' },
      ],
    });
    const { data } = await given.api.rates.copy({
      params: params(),
      body: { from: 'card', effectiveFrom: '2026-02-01' },
    });
    expect(data).toMatchObject({ data: [], skipped: [], foreign: ['Engineer'] });
    expect(await all()).toEqual([]);
  });
});

describe('uplift and copy', () => {
  test('a raise previews, then ends what was and begins what will be', async () => {
    await change({ put: [engineer({ regular: 9_999, overtime: 15_000, effectiveTo: '2026-12-31' })] });
    const body = { percent: 500, from: '2026-07-01', roundTo: 100 } as const;
    const raise = (preview: 'true' | 'false') =>
      given.api.rates.uplift({ params: params(), query: { preview }, body });
    const { data: preview } = await raise('true');
    expect(preview).toMatchObject({
      written: false,
      data: [{ before: { regular: 9_999 }, after: { regular: 10_500, overtime: 15_800 } }],
    });
    expect(await all()).toHaveLength(1);
    await raise('false');
    expect(await all()).toMatchObject([
      { effectiveTo: '2026-06-30', regular: 9_999 },
      { effectiveFrom: '2026-07-01', effectiveTo: '2026-12-31', regular: 10_500 },
    ]);
    expect(await refusalOf(raise('false'))).toMatchObject({ status: 409, code: 'rate_exists' });
    await expectSound(given);
  });

  test('a copy takes over what is missing, from the card or from a client that is seen', async () => {
    await changeCard({ put: [engineer({ regular: 1 }), engineer({ position: 'Designer', regular: 2 })] });
    await change({ put: [engineer()] });
    const body = { from: 'card', effectiveFrom: '2026-03-01' } as const;
    const { data } = await given.api.rates.copy({ params: params(), body });
    expect(data).toMatchObject({
      written: true,
      data: [{ positionName: 'Designer' }],
      skipped: ['Engineer'],
    });
    const other = await client('Other');
    await given.api.rates.copy({
      params: { ...params(), clientId: other },
      body: { from: clientId, effectiveFrom: '2026-03-01' },
    });
    const { data: copied } = await given.api.rates.list({ params: { ...params(), clientId: other } });
    expect(copied?.data.map(({ regular }) => regular)).toEqual([2, 10_000]);
    expect(
      await refusalOf(
        given.api.rates.copy({ params: params(), body: { from: clientId, effectiveFrom: '2026-03-01' } }),
      ),
    ).toMatchObject({ status: 422 });
  });
});

test('without rates.view nothing of it is there, and a client that is destroyed takes its rates along', async () => {
  await change({ put: [engineer()] });
  const basic = await given.join('basic');
  expect(await refusalOf(basic.api.rates.list({ params: params() }))).toMatchObject({
    status: 403,
  });
  const manager = await given.join('manager');
  expect((await manager.api.rates.list({ params: params() })).data?.data).toHaveLength(1);
  expect(await refusalOf(change({ put: [engineer({ position: 'x' })] }, manager))).toMatchObject({
    status: 403,
  });
  await given.api.clients.remove({ params: params(), ifMatch: 1 });
  await given.api.clients.destroy({ params: params(), ifMatch: 2 });
  const { client: documents, tables } = world();
  const { rates } = await eventually(
    () => verifyWorkspace(documents, tables.main, given.workspaceId),
    ({ rates, clients }) => rates === 0 && clients === 0,
  );
  expect(rates).toBe(0);
});
