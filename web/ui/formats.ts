import { useLingui } from '@lingui/react';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** The reader's notation: the language of the page, in the machine's own time zone. */
export function useFormats() {
  const { i18n } = useLingui();
  return { locale: formatLocale(i18n.locale), timeZone };
}

/** The pseudo language has no number rules of its own. */
function formatLocale(locale: string): string {
  return locale === '' || locale.startsWith('en-X') ? 'en' : locale;
}
