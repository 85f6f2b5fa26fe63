/** The most that a rate may be, in the currency's smallest unit. */
export const MOST_RATE = 10_000_000;

/** What is wrong with an amount; the words for it are the reader's. */
export type MoneyProblem = 'not_a_number' | 'negative' | 'too_many_decimals' | 'too_large';

/** How many decimals a currency has: none for JPY, two for EUR, three for KWD. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** How a currency is written beside an amount: by its code, in its own country's symbol, and abroad. */
const signsOf = (currency: string): string[] => {
  const known = signs.get(currency);
  if (known) return known;
  const found = (['symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
    new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .flatMap(({ type, value }) => (type === 'currency' ? [value] : [])),
  );
  const all = [...new Set([currency, ...found])].sort((a, b) => b.length - a.length);
  signs.set(currency, all);
  return all;
};
const signs = new Map<string, string[]>();

/** The amount without what says in which currency it is, at its beginning or its end; that of another one stays. */
function withoutSign(text: string, currency: string): string {
  const folded = text.toUpperCase();
  const sign = signsOf(currency).find(
    (one) => folded.startsWith(one) || folded.endsWith(one) || folded.startsWith(`-${one}`),
  );
  if (!sign) return text;
  const at = folded.indexOf(sign);
  return text.slice(0, at) + text.slice(at + sign.length);
}

/** Wholes of thousands, however they are grouped, where a point or a comma may begin the fraction. */
const BEFORE_POINT = String.raw`\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:['’]\d{3})+`;
const BEFORE_COMMA = String.raw`\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:['’]\d{3})+`;
const WITH_POINT = new RegExp(`^(${BEFORE_POINT})(?:\\.(\\d*))?$`);
const WITH_COMMA = new RegExp(`^(${BEFORE_COMMA}),(\\d{1,2})$`);
const FRACTION_ALONE = /^()[.,](\d{1,3})$/;
/** 100,- and 100.– are amounts without a fraction. */
const DASHED = /[.,][-\u2013\u2014\u2212]{1,2}$/;

/**
 * Reads an amount as people and spreadsheets write it into an integer of the smallest unit, digit by digit: it is
 * never a fraction in between, so nothing is rounded. Thousands may be grouped by commas or apostrophes, the
 * currency's code or sign may stand beside it. A comma before one or two last digits is a decimal one, and points
 * then group thousands.
 */
export function parseMoney(
  text: string,
  currency: string,
  most = MOST_RATE,
): { amount: number } | { problem: MoneyProblem } {
  const bare = withoutSign(text.replace(/\s/gu, ''), currency).replace(DASHED, '');
  if (/^[-\u2212]/.test(bare)) return { problem: 'negative' };
  const parts = WITH_POINT.exec(bare) ?? WITH_COMMA.exec(bare) ?? FRACTION_ALONE.exec(bare);
  if (!parts) return { problem: 'not_a_number' };
  const [whole, fraction] = [(parts[1] ?? '').replace(/[.,'’]/g, ''), parts[2] ?? ''];
  const decimals = decimalsOf(currency);
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
