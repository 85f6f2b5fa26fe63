import { describe, expect, test } from 'vitest';
import { dayBefore } from '#contracts/days.ts';
import {
  decimalsOf,
  MOST_RATE,
  moneyProblem,
  parseMoney,
  timesHundredths,
  toDecimal,
} from '#contracts/money.ts';
import { foldPosition } from '#contracts/positions.ts';
import type { Rate } from '#contracts/schemas/rate.ts';
import { overtimeOf, planChanges, positionOf, raised, validOn, type WantedRate } from '#domain/rate-rules.ts';

/** A generator with a seed, so that a failure can be repeated. */
function seeded(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const wanted = (over: Partial<WantedRate> = {}): WantedRate => ({
  positionKey: 'engineer',
  positionName: 'Engineer',
  regular: 10_000,
  overtime: null,
  currency: 'EUR',
  effectiveFrom: day(0),
  effectiveTo: null,
  note: null,
  ...over,
});
const kept = (rate: WantedRate): Rate => ({
  ...rate,
  id: `rat_${rate.positionKey} ${rate.effectiveFrom}` as Rate['id'],
  version: 1,
  unit: 'hour',
  createdAt: '',
  updatedAt: '',
  updatedBy: { type: 'system', id: 'x', label: 'x' },
});

describe('money', () => {
  test.each([
    ['JPY', 0],
    ['EUR', 2],
    ['KWD', 3],
  ])('of %s goes round through its decimals at the limits', (currency, decimals) => {
    expect(decimalsOf(currency)).toBe(decimals);
    const random = seeded(7);
    const amounts = [0, 1, 9, 10, 99, 100, 999, 1_000, 1_001, MOST_RATE - 1, MOST_RATE];
    for (const amount of [...amounts, ...Array.from({ length: 500 }, () => random(MOST_RATE + 1))]) {
      const text = toDecimal(amount, currency);
      expect(text).toMatch(decimals === 0 ? /^\d+$/ : new RegExp(`^\\d+\\.\\d{${decimals}}$`));
      expect(parseMoney(text, currency)).toEqual({ amount });
    }
    expect(parseMoney(toDecimal(MOST_RATE + 1, currency), currency)).toEqual({ problem: 'too_large' });
  });

  test.each([
    ['100', 'EUR', 10_000],
    ['0.1', 'EUR', 10],
    ['1.005', 'KWD', 1_005],
    ['1,450.00', 'EUR', 145_000],
    ['100,5', 'EUR', 10_050],
    [' EUR 80 ', 'EUR', 8_000],
    ['007', 'JPY', 7],
  ])('%s in %s is %i', (text, currency, amount) => {
    expect(parseMoney(text, currency)).toEqual({ amount });
  });

  test.each([
    ['-1', 'EUR', 'negative'],
    ['\u22125', 'EUR', 'negative'],
    ['1.005', 'EUR', 'too_many_decimals'],
    ['1.5', 'JPY', 'too_many_decimals'],
    ['100000.01', 'EUR', 'too_large'],
    ['9'.repeat(400), 'EUR', 'too_large'],
    ['', 'EUR', 'not_a_number'],
    ['NaN', 'EUR', 'not_a_number'],
    ['1e3', 'EUR', 'not_a_number'],
    ['1,00,000', 'EUR', 'not_a_number'],
    ['.5', 'EUR', 'not_a_number'],
  ])('%s in %s is refused as %s', (text, currency, problem) => {
    expect(parseMoney(text, currency)).toEqual({ problem });
  });

  test('in the smallest unit is a whole number within bounds', () => {
    expect([0, MOST_RATE].map(moneyProblem)).toEqual([null, null]);
    expect([-1, 0.5, Number.NaN, MOST_RATE + 1].map(moneyProblem)).toEqual([
      'negative',
      'too_many_decimals',
      'not_a_number',
      'too_large',
    ]);
  });
});

test('overtime is what the rate says, else what the policy says, and never silently the regular rate', () => {
  expect(overtimeOf({ regular: 100, overtime: 120 }, { kind: 'regular' })).toEqual({
    basis: 'rate',
    amount: 120,
  });
  const rate = { regular: 9_999, overtime: null };
  expect(overtimeOf(rate, { kind: 'block' })).toEqual({ basis: 'blocked', amount: null });
  expect(overtimeOf(rate, { kind: 'regular' })).toEqual({ basis: 'regular', amount: 9_999 });
  expect(overtimeOf(rate, { kind: 'multiplier', hundredths: 150 })).toEqual({
    basis: 'multiplier',
    amount: 14_999,
  });
  expect(timesHundredths(MOST_RATE, 300)).toBe(3 * MOST_RATE);
});

test('a raise is counted in whole numbers and rounded as it was asked to be', () => {
  const rule = { percent: 525, roundTo: 1, rounding: 'nearest' } as const;
  expect(raised(10_000, rule)).toBe(10_525);
  expect(raised(9_999, rule)).toBe(10_524);
  expect(raised(10_000, { ...rule, roundTo: 100 })).toBe(10_500);
  expect(raised(10_000, { ...rule, roundTo: 100, rounding: 'up' })).toBe(10_600);
  expect(raised(10_000, { ...rule, roundTo: 500, rounding: 'down' })).toBe(10_500);
  expect(raised(10_000, { ...rule, percent: -9_000 })).toBe(1_000);
  expect(raised(MOST_RATE, { ...rule, percent: 50_000 })).toBe(6 * MOST_RATE);
});

test('a position is the same however it is typed, and the list has the last word', () => {
  expect(foldPosition('  Senior\u00a0 ENGINEER ')).toBe('senior_engineer');
  expect(foldPosition('C++')).not.toBe(foldPosition('C#'));
  const listed = [{ key: 'pm', label: 'Project lead', archived: false }];
  expect(positionOf('PROJECT  lead', listed)).toEqual({ positionKey: 'pm', positionName: 'Project lead' });
  expect(positionOf('pm', listed)).toEqual({ positionKey: 'pm', positionName: 'Project lead' });
  expect(positionOf('Gardener', listed)).toEqual({ positionKey: 'gardener', positionName: 'Gardener' });
});

test('dayBefore knows months, years and leap days', () => {
  expect(['2026-01-01', '2024-03-01', '2026-03-30'].map(dayBefore)).toEqual([
    '2025-12-31',
    '2024-02-29',
    '2026-03-29',
  ]);
});

describe('a batch', () => {
  test('names every cell that cannot stand', () => {
    const refusal = (put: WantedRate[], current: Rate[] = []) => {
      try {
        planChanges(current, put);
      } catch (error) {
        return error;
      }
      throw new Error('nothing was refused');
    };
    expect(refusal([wanted({ regular: -1 }), wanted({ overtime: 1.5 })])).toMatchObject({
      code: 'invalid_money',
      options: { errors: [{ pointer: '/put/0/regular' }, { pointer: '/put/1/overtime' }] },
    });
    expect(refusal([wanted(), wanted({ regular: 1 })])).toMatchObject({
      code: 'rate_exists',
      options: { errors: [{ pointer: '/put/0/effectiveFrom' }, { pointer: '/put/1/effectiveFrom' }] },
    });
    expect(refusal([wanted({ effectiveTo: day(-1) })])).toMatchObject({
      code: 'validation_failed',
      options: { errors: [{ pointer: '/put/0/effectiveTo', code: 'before_start' }] },
    });
    const overlapping = [wanted({ effectiveTo: day(5) }), wanted({ effectiveFrom: day(5) })];
    expect(refusal(overlapping)).toMatchObject({
      options: {
        errors: [
          { pointer: '/put/0/effectiveTo', code: 'overlaps' },
          { pointer: '/put/1/effectiveFrom', code: 'overlaps' },
        ],
      },
    });
    expect(refusal([wanted()], [kept(wanted())])).toMatchObject({ code: 'rate_exists' });
  });

  test('may let two rates change places', () => {
    const [a, b] = [kept(wanted()), kept(wanted({ effectiveFrom: day(9) }))];
    const plan = planChanges(
      [a, b],
      [
        { ...a, effectiveFrom: day(9) },
        { ...b, effectiveFrom: day(0) },
      ],
    );
    expect(plan.created).toEqual([]);
    expect(plan.removed).toEqual([]);
    expect(plan.updated).toHaveLength(2);
  });
});

test('whatever is accepted, no date has two rates of a position', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = seeded(seed);
    let rates: Rate[] = [];
    for (let step = 0; step < 12; step += 1) {
      const from = random(40);
      const put = wanted({
        positionKey: `p${random(2)}`,
        effectiveFrom: day(from),
        effectiveTo: random(2) === 0 ? null : day(from + random(15)),
      });
      try {
        const plan = planChanges(rates, [put]);
        rates = [...rates, ...plan.created.map(kept)];
      } catch {
        // Refused: nothing was taken over.
      }
    }
    for (let n = 0; n < 60; n += 1) {
      for (const positionKey of ['p0', 'p1']) {
        const of = rates.filter((rate) => rate.positionKey === positionKey);
        // Counted without the rule: whichever begun and have not ended, by their own day or the next beginning.
        const valid = of.filter(
          ({ effectiveFrom, effectiveTo }) =>
            effectiveFrom <= day(n) &&
            (effectiveTo === null || effectiveTo >= day(n)) &&
            of.every((other) => other.effectiveFrom <= effectiveFrom || other.effectiveFrom > day(n)),
        );
        expect(valid.length, `seed ${seed}, day ${n}`).toBeLessThanOrEqual(1);
        expect(validOn(of, day(n))).toEqual(valid);
        const ends = of.filter(
          ({ effectiveFrom, effectiveTo }) => effectiveTo && effectiveFrom <= day(n) && effectiveTo >= day(n),
        );
        expect(ends.length, `explicit ends, seed ${seed}, day ${n}`).toBeLessThanOrEqual(1);
      }
    }
  }
});
