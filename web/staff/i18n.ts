import { activate } from '../i18n.ts';

/** English, or the pseudo language that tests look for untranslated texts with. */
export const activateLocale = (wished: string) =>
  wished === 'en-XA'
    ? activate('en-XA', () => import('./locales/en-XA.po'))
    : activate('en', () => import('./locales/en.po'));
