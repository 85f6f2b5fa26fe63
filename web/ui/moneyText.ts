import { toDecimal } from '#contracts/money.ts';

/** An amount of smallest units as people of this language write it, without a fraction of zeros. */
export const moneyText = (
  { amount, currency }: { amount: number; currency: string },
  locale: string,
): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(toDecimal(amount, currency) as `${number}`);
