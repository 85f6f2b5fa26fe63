import { describe, expect, test } from 'vitest';
import { decimalsOf, MOST_RATE, moneyProblem, parseMoney, toDecimal } from '#contracts/money.ts';
import { seeded } from '../support/seeded.ts';

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
    ['$140.00', 'USD', 14_000],
    ['€ 80,00', 'EUR', 8_000],
    ['120 €', 'EUR', 12_000],
    ['120,50\u00a0€', 'EUR', 12_050],
    ['¥1,450', 'JPY', 1_450],
    ['100,-', 'EUR', 10_000],
    ['100.\u2013 CHF', 'CHF', 10_000],
    ["1'000.50", 'CHF', 100_050],
    ['1\u2019000.50', 'CHF', 100_050],
    ['.5', 'EUR', 50],
    [',5', 'EUR', 50],
    ['100.', 'EUR', 10_000],
    ['1.234,50', 'EUR', 123_450],
    ['80 eur', 'EUR', 8_000],
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
    ['.', 'EUR', 'not_a_number'],
    ['€', 'EUR', 'not_a_number'],
    ['$140', 'EUR', 'not_a_number'],
    ['140 USD', 'EUR', 'not_a_number'],
    ['-$5', 'USD', 'negative'],
    ['€-5', 'EUR', 'negative'],
    ['.005', 'EUR', 'too_many_decimals'],
    ["1'00", 'CHF', 'not_a_number'],
    ["1'000,000", 'CHF', 'not_a_number'],
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
