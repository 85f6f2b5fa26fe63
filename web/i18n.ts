import { i18n, type Messages } from '@lingui/core';

export const locales = ['en', 'es', 'fr', 'de', 'pt-BR'] as const;
export type Locale = (typeof locales)[number] | 'en-XA';

/** Catalogs are separate chunks: one language is loaded, not five. */
const catalogs: Record<Locale, () => Promise<{ messages: Messages }>> = {
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

/** Loads and switches the language without a reload, and says so to the browser. */
export async function activateLocale(locale: Locale) {
  const { messages } = await catalogs[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
}
