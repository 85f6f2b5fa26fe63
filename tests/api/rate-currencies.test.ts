import { beforeEach, describe, expect, test } from 'vitest';
import { givenWorkspace } from '../support/given.ts';
import { engineer, ratesOf } from '../support/rates.ts';
import { refusalOf } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let rates: Awaited<ReturnType<typeof ratesOf>>;

beforeEach(async () => {
  given = await givenWorkspace();
  rates = await ratesOf(given);
});

describe('currency', () => {
  const billIn = async (currency: string | null, id = rates.clientId) => {
    const at = { workspaceId: given.workspaceId, clientId: id };
    const { data } = await given.api.clientSettings.get({ params: at });
    await given.api.clientSettings.update({ params: at, ifMatch: data?.version ?? 0, body: { currency } });
  };
  const listed = async () => (await given.api.rates.list({ params: rates.params() })).data;

  test.each([
    ['JPY', 1_450],
    ['KWD', 1_005],
  ])('R1 rates are in the client’s currency, %s in its own smallest unit', async (currency, regular) => {
    await billIn(currency);
    const [rate] = await rates.change({ put: [engineer({ regular })] });
    expect(rate).toMatchObject({ regular, currency });
    expect((await listed())?.currency).toBe(currency);
    const half = await refusalOf(rates.change({ put: [engineer({ position: 'Half', regular: 0.5 })] }));
    expect(half).toMatchObject({ code: 'invalid_money', errors: [{ code: 'too_many_decimals' }] });
    expect((await given.api.rates.card({ params: given })).data?.currency).toBe('EUR');
  });

  test('R1 without one of its own it is the nearest parent’s, else the workspace’s', async () => {
    const group = await rates.client('Group');
    await given.api.family.setParent({ params: rates.params(), ifMatch: 1, body: { parentId: group } });
    expect((await listed())?.currency).toBe('EUR');
    await billIn('USD', group);
    expect((await listed())?.currency).toBe('USD');
    await billIn('KWD');
    expect((await listed())?.currency).toBe('KWD');
  });

  test('R1 when the currency changes, what was agreed keeps its own, through every later change', async () => {
    const [old] = await rates.change({ put: [engineer({ regular: 10_000, effectiveTo: '2026-12-31' })] });
    if (!old) throw new Error('no rate');
    await billIn('JPY');
    const [mended] = await rates.change({
      put: [engineer({ id: old.id, version: 1, regular: 11_000, effectiveTo: '2026-06-30' })],
    });
    expect(mended).toMatchObject({ regular: 11_000, currency: 'EUR' });
    await rates.change({ put: [engineer({ regular: 18_000, effectiveFrom: '2026-07-01' })] });
    expect((await listed())?.data).toMatchObject([
      { currency: 'EUR', regular: 11_000 },
      { currency: 'JPY', regular: 18_000 },
    ]);
    expect((await rates.on('2026-06-30')).data?.rate.currency).toBe('EUR');
    expect((await rates.on('2026-07-01')).data?.rate.currency).toBe('JPY');
    await expectSound(given);
  });

  test('R3 a rate of the card in another currency is no rate of this client, and is not copied', async () => {
    await rates.changeCard({ put: [engineer({ regular: 7_000 })] });
    expect((await rates.on('2026-02-01')).data?.source).toBe('card');
    await billIn('USD');
    const refused = await rates.on('2026-02-01').catch((error) => error);
    expect(refused).toMatchObject({ status: 409, code: 'rate_not_found' });
    expect(refused.problem).toMatchObject({
      detail: 'The rate card has Engineer in EUR, and this client is billed in USD.',
      looked: [
        { level: 'client', verdict: 'none' },
        { level: 'card', verdict: 'other_currency' },
      ],
    });
    const { data } = await given.api.rates.copy({
      params: rates.params(),
      body: { from: 'card', effectiveFrom: '2026-02-01' },
    });
    expect(data).toMatchObject({ data: [], skipped: [], foreign: ['Engineer'] });
    expect(await rates.all()).toEqual([]);
  });
});
