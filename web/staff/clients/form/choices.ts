import { useLingui } from '@lingui/react/macro';
import { sizeBands } from '#contracts/bands.ts';
import type { RevenueBand, SizeBand } from '#contracts/schemas/client.ts';

export interface Option {
  value: string;
  label: string;
}

/** Sizes and revenues as people read them. */
export function useBandWords() {
  const { t } = useLingui();
  const revenue: Record<RevenueBand, string> = {
    under_1m: t`Under $1M`,
    '1m_5m': t`$1M to $5M`,
    '5m_20m': t`$5M to $20M`,
    '20m_100m': t`$20M to $100M`,
    over_100m: t`Over $100M`,
  };
  const sizeOf = (band: SizeBand) => (band === '500+' ? t`More than 500` : band.replace('-', '–'));
  return {
    sizes: sizeBands.map((value) => ({ value, label: sizeOf(value) })),
    revenues: Object.entries(revenue).map(([value, label]) => ({ value, label })),
    sizeOf,
    revenueOf: (band: RevenueBand) => revenue[band],
  };
}

/** Every currency by code and name. */
export function currencyOptions(locale: string): Option[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} – ${names.of(value) ?? value}`,
  }));
}

const tags = 'en en-GB en-US de es fr it nl pl pt pt-BR sv ja ko zh'.split(' ');

/** Languages that people are written to in. */
export function languageOptions(locale: string): Option[] {
  return tags.map((value) => ({ value, label: languageName(value, locale) }));
}

export const languageName = (tag: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
