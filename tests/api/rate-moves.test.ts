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

describe('uplift and copy', () => {
  test('a raise previews, then ends what was and begins what will be', async () => {
    await rates.change({ put: [engineer({ regular: 9_999, overtime: 15_000, effectiveTo: '2026-12-31' })] });
    const body = { percent: 500, from: '2026-07-01', roundTo: 100 } as const;
    const raise = (preview: 'true' | 'false') =>
      given.api.rates.uplift({ params: rates.params(), query: { preview }, body });
    const { data: preview } = await raise('true');
    expect(preview).toMatchObject({
      written: false,
      data: [{ before: { regular: 9_999 }, after: { regular: 10_500, overtime: 15_800 } }],
    });
    expect(await rates.all()).toHaveLength(1);
    await raise('false');
    expect(await rates.all()).toMatchObject([
      { effectiveTo: '2026-06-30', regular: 9_999 },
      { effectiveFrom: '2026-07-01', effectiveTo: '2026-12-31', regular: 10_500 },
    ]);
    expect(await refusalOf(raise('false'))).toMatchObject({ status: 409, code: 'rate_exists' });
    await expectSound(given);
  });

  test('a copy takes over what is missing, from the card or from a client that is seen', async () => {
    await rates.changeCard({
      put: [engineer({ regular: 1 }), engineer({ position: 'Designer', regular: 2 })],
    });
    await rates.change({ put: [engineer()] });
    const body = { from: 'card', effectiveFrom: '2026-03-01' } as const;
    const { data } = await given.api.rates.copy({ params: rates.params(), body });
    expect(data).toMatchObject({
      written: true,
      data: [{ positionName: 'Designer' }],
      skipped: ['Engineer'],
    });
    const other = await rates.client('Other');
    await given.api.rates.copy({
      params: { ...rates.params(), clientId: other },
      body: { from: rates.clientId, effectiveFrom: '2026-03-01' },
    });
    const { data: copied } = await given.api.rates.list({ params: { ...rates.params(), clientId: other } });
    expect(copied?.data.map(({ regular }) => regular)).toEqual([2, 10_000]);
    expect(
      await refusalOf(
        given.api.rates.copy({
          params: rates.params(),
          body: { from: rates.clientId, effectiveFrom: '2026-03-01' },
        }),
      ),
    ).toMatchObject({ status: 422 });
  });
});
