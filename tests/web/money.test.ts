import { expect, test } from 'vitest';
import { decimalOf, minorOf, moneyText } from '../../web/staff/money.ts';

test.each([
  ['49', 'EUR', 4900],
  ['49.9', 'EUR', 4990],
  ['49,90', 'EUR', 4990],
  ['0.07', 'EUR', 7],
  [' 19 ', 'JPY', 19],
  ['1.234', 'KWD', 1234],
  // The one that floats make 114999999.99999999 hundredths of.
  ['1149999.99', 'EUR', 114_999_999],
])('%s %s is %i of the smallest unit, and back', (text, currency, amount) => {
  expect(minorOf(text, currency)).toBe(amount);
  expect(minorOf(decimalOf({ amount, currency }), currency)).toBe(amount);
});

test.each([
  ['', 'EUR'],
  ['4.999', 'EUR'],
  ['4.5', 'JPY'],
  ['-1', 'EUR'],
  ['1e3', 'EUR'],
  ['49 EUR', 'EUR'],
])('%s is no amount of %s', (text, currency) => {
  expect(minorOf(text, currency)).toBeNull();
});

test('an amount is written as people of the language write it', () => {
  expect(moneyText({ amount: 4900, currency: 'EUR' }, 'en')).toBe('€49');
  expect(moneyText({ amount: 4990, currency: 'EUR' }, 'en')).toBe('€49.90');
});
