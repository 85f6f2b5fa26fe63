import { decimalsOf, toDecimal } from '#contracts/money.ts';
import type { Money } from '#contracts/schemas/text.ts';

export { moneyText } from '#ui/moneyText.ts';

/** An amount of smallest units as a decimal. */
export const decimalOf = ({ amount, currency }: Money): string => toDecimal(amount, currency);

/** What somebody typed as smallest units, or null when it is no amount of this currency. */
export function minorOf(text: string, currency: string): number | null {
  const [, whole, fraction = ''] = /^(\d{1,8})(?:[.,](\d*))?$/.exec(text.trim()) ?? [];
  const digits = decimalsOf(currency);
  if (whole === undefined || fraction.length > digits) return null;
  return Number(whole + fraction.padEnd(digits, '0'));
}
