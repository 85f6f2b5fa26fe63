import { activate, type LoadCatalogue } from '../i18n.ts';

export const locales = ['en', 'es', 'fr', 'de', 'pt-BR'] as const;
type Locale = (typeof locales)[number] | 'en-XA';

const catalogues: Record<Locale, LoadCatalogue> = {
  en: () => import('./locales/en.po'),
  es: () => import('./locales/es.po'),
  fr: () => import('./locales/fr.po'),
  de: () => import('./locales/de.po'),
  'pt-BR': () => import('./locales/pt-BR.po'),
  'en-XA': () => import('./locales/en-XA.po'),
};

/** Best supported language for a list of wishes such as `navigator.languages`. */
export function pickLocale(wishes: readonly string[]): Locale {
  for (const wish of wishes) {
    const exact = locales.find((locale) => locale.toLowerCase() === wish.toLowerCase());
    const near = locales.find((locale) => locale.split('-')[0] === wish.split('-')[0]?.toLowerCase());
    if (exact ?? near) return exact ?? near ?? 'en';
  }
  return 'en';
}

/** Switches the language without a reload. */
export const activateLocale = (locale: Locale) => activate(locale, catalogues[locale]);
