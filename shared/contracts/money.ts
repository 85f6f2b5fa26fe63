/** The most that a rate may be, in the currency's smallest unit. */
export const MOST_RATE = 10_000_000;

/** What is wrong with an amount; the words for it are the reader's. */
export type MoneyProblem = 'not_a_number' | 'negative' | 'too_many_decimals' | 'too_large';

/** How many decimals a currency has: none for JPY, two for EUR, three for KWD. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * Reads an amount as people write it into an integer of the smallest unit, digit by digit: it is never a
 * fraction in between, so nothing is rounded. Thousands may be grouped by commas, the currency's code may
 * stand beside it. A comma before one or two last digits is a decimal one, and points then group thousands.
 */
export function parseMoney(
  text: string,
  currency: string,
  most = MOST_RATE,
): { amount: number } | { problem: MoneyProblem } {
  const bare = text.replace(currency, '').replace(/\s/gu, '');
  if (/^[-\u2212]/.test(bare)) return { problem: 'negative' };
  const parts =
    /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(bare) ??
    /^(\d+|\d{1,3}(?:\.\d{3})+),(\d{1,2})$/.exec(bare) ??
    undefined;
  if (!parts?.[1]) return { problem: 'not_a_number' };
  const [whole, fraction, decimals] = [parts[1].replace(/[.,]/g, ''), parts[2] ?? '', decimalsOf(currency)];
  if (fraction.length > decimals) return { problem: 'too_many_decimals' };
  const digits = (whole + fraction.padEnd(decimals, '0')).replace(/^0+(?=\d)/, '');
  if (digits.length > String(most).length) return { problem: 'too_large' };
  const amount = Number(digits);
  return amount > most ? { problem: 'too_large' } : { amount };
}

/** The amount as a plain decimal, which `parseMoney` reads back as it was. */
export function toDecimal(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  if (decimals === 0) return String(amount);
  const digits = String(amount).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** What is wrong with an amount that claims to be in the smallest unit already; null when nothing is. */
export function moneyProblem(amount: number): MoneyProblem | null {
  if (!Number.isFinite(amount)) return 'not_a_number';
  if (amount < 0) return 'negative';
  if (!Number.isInteger(amount)) return 'too_many_decimals';
  return amount > MOST_RATE ? 'too_large' : null;
}

/**
 * An amount times some hundredths, half up, by whole numbers only: both are integers, and their product is
 * within what a number holds exactly.
 */
export const timesHundredths = (amount: number, hundredths: number): number => {
  const product = amount * hundredths + 50;
  return (product - (product % 100)) / 100;
};
