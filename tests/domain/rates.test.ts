import { describe, expect, test } from 'vitest';
import { dayBefore } from '#contracts/days.ts';
import { MOST_RATE, timesHundredths } from '#contracts/money.ts';
import { foldPosition, positionOf } from '#contracts/positions.ts';
import type { Rate } from '#contracts/schemas/rate.ts';
import { overtimeOf, planChanges, raised, type WantedRate } from '#domain/rate-rules.ts';
import { day, kept, wanted } from '../support/wanted-rates.ts';

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
