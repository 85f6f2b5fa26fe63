import { beforeEach, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import { dayAfter } from '#contracts/days.ts';
import { MOST_RATE_CHANGES, MOST_RATES } from '#contracts/positions.ts';
import { rates as routes } from '#contracts/routes/rates.ts';
import { bearer, givenWorkspace, send } from '../support/given.ts';
import { engineer, ratesOf } from '../support/rates.ts';
import { refusalOf } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let rates: Awaited<ReturnType<typeof ratesOf>>;

beforeEach(async () => {
  given = await givenWorkspace();
  rates = await ratesOf(given);
});

/** The list of positions, as it is to be. */
const listed = async (...entries: [key: string, label: string][]) => {
  const params = { ...given, list: 'positions' } as const;
  const { data } = await given.api.lists.list({ params: given });
  await given.api.lists.update({
    params,
    ifMatch: data?.data.find(({ name }) => name === 'positions')?.version ?? 0,
    body: { entries: entries.map(([key, label]) => ({ key, label, archived: false })) },
  });
};

test('R1 G1 a position that is renamed keeps its rates, told under its name of today', async () => {
  await listed(['aud_pos', 'Aud One']);
  const [first] = await rates.change({ put: [engineer({ position: 'Aud One' })] });
  if (!first) throw new Error('no rate');
  const { id, positionKey } = first;
  expect(positionKey).toBe('aud_pos');
  await listed(['aud_pos', 'Aud Two']);
  expect(await rates.all()).toMatchObject([{ id, positionName: 'Aud Two' }]);
  expect((await rates.on('2026-02-01', 'Aud Two')).data?.rate).toMatchObject({ id, positionName: 'Aud Two' });
  const { data: raise } = await given.api.rates.uplift({
    params: rates.params(),
    query: { preview: 'true' },
    body: { percent: 1_000, from: '2027-01-01' },
  });
  expect(raise?.data).toMatchObject([{ positionKey: 'aud_pos', positionName: 'Aud Two' }]);

  // Said by its key, as the grid does for a cell that nobody touched.
  await rates.change({ put: [engineer({ id, version: 1, position: positionKey, regular: 12_000 })] });
  expect(await rates.all()).toMatchObject([{ id, version: 2, positionKey, regular: 12_000 }]);
  // Said by the name under which it is read.
  await rates.change({ put: [engineer({ id, version: 2, position: 'Aud Two', regular: 13_000 })] });
  expect(await rates.all()).toMatchObject([{ id, version: 3, positionKey, positionName: 'Aud Two' }]);
  await expectSound(given);
});

test('R1 a free name stays itself when the list gets an entry that is called the same', async () => {
  const [first] = await rates.change({ put: [engineer({ position: 'Gardener' })] });
  await listed(['garden_staff', 'Gardener']);
  if (!first) throw new Error('no rate');
  await rates.change({ put: [engineer({ id: first.id, version: 1, position: 'Gardener', regular: 1 })] });
  expect(await rates.all()).toMatchObject([{ id: first.id, positionKey: 'gardener', regular: 1 }]);
  // Whoever names another position moves the rate there, as before.
  await listed(['garden_staff', 'Gardener'], ['pm', 'Project lead']);
  await rates.change({ put: [engineer({ id: first.id, version: 2, position: 'Project lead' })] });
  expect(await rates.all()).toMatchObject([{ positionKey: 'pm' }]);
  await expectSound(given);
});

test('R1 whatever is no amount is invalid_money at its cell, also what is no number at all', async () => {
  const url = urlOf(routes.change, { params: rates.params() });
  const cell = (amount: string) =>
    send('POST', url, {
      headers: { ...bearer(given.token), 'content-type': 'application/json' },
      body: `{"put":[{"position":"Engineer","regular":${amount},"effectiveFrom":"2026-01-01"}]}`,
    });
  for (const amount of ['1e999', 'null', '"100"', 'true', '[1]']) {
    const { status, json } = await cell(amount);
    expect([amount, status, json]).toMatchObject([
      amount,
      422,
      { code: 'invalid_money', errors: [{ pointer: '/put/0/regular', code: 'not_a_number' }] },
    ]);
  }
  expect(await refusalOf(rates.change({ put: [engineer({ overtime: '150' as never })] }))).toMatchObject({
    code: 'invalid_money',
    errors: [{ pointer: '/put/0/overtime' }],
  });
  expect(await rates.all()).toEqual([]);
});

test('R2 a day that nobody means is refused at its cell', async () => {
  expect(
    await refusalOf(
      rates.change({ put: [engineer({ effectiveFrom: '0001-01-01', effectiveTo: '9999-12-31' })] }),
    ),
  ).toMatchObject({
    status: 422,
    errors: [{ pointer: '/put/0/effectiveFrom' }, { pointer: '/put/0/effectiveTo' }],
  });
});

test('PERF-5 the rate of a day costs the same after one rate and after five hundred', async () => {
  const url = urlOf(routes.resolve, {
    params: rates.params(),
    query: { position: 'engineer', on: '2028-06-01' },
  });
  const cost = async () => {
    const answer = await send('GET', url, { headers: bearer(given.token) });
    expect(answer.status).toBe(200);
    return JSON.parse(String(answer.headers['x-foyer-cost'])).route;
  };
  const days = ['2026-01-01'];
  while (days.length < MOST_RATES) days.push(dayAfter(days.at(-1) ?? ''));
  await rates.change({ put: [engineer()] });
  const one = await cost();
  for (let at = 1; at < days.length; at += MOST_RATE_CHANGES) {
    const some = days.slice(at, at + MOST_RATE_CHANGES);
    await rates.change({ put: some.map((effectiveFrom) => engineer({ effectiveFrom })) });
  }
  expect(await rates.all()).toHaveLength(MOST_RATES);
  expect(await cost()).toEqual(one);
});
