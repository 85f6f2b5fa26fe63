import { moneyText } from './moneyText.ts';

/** A value of a workspace's own field as people of this language write it; both apps show the same. */
export const valueText = {
  number: (value: number, locale: string): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 12 }).format(value),
  money: moneyText,
  date: (value: string, locale: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value)),
};
