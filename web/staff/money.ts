import type { Money } from '#contracts/schemas/text.ts';

/** Digits behind the point that a currency has: 2 of the euro, none of the yen. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount of smallest units as a decimal, digit by digit: no fraction is ever computed with. */
export function decimalOf({ amount, currency }: Money): string {
  const digits = digitsOf(currency);
  if (digits === 0) return String(amount);
  const text = String(amount).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** What somebody typed as smallest units, or null when it is no amount of this currency. */
export function minorOf(text: string, currency: string): number | null {
  const [, whole, fraction = ''] = /^(\d{1,8})(?:[.,](\d*))?$/.exec(text.trim()) ?? [];
  const digits = digitsOf(currency);
  if (whole === undefined || fraction.length > digits) return null;
  return Number(whole + fraction.padEnd(digits, '0'));
}

/** An amount as people of this language write it, without a fraction of zeros. */
export const moneyText = (money: Money, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(decimalOf(money) as `${number}`);
