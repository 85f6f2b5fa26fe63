import { useLingui } from '@lingui/react';
import { createContext, useContext } from 'react';

export interface Formats {
  /** BCP 47 tag for numbers and dates; the language of the page when absent. */
  locale?: string | undefined;
  /** IANA zone of the reader; the machine's own when absent. */
  timeZone?: string | undefined;
  /** The reader asked for dates instead of "2 h ago". */
  absolute?: boolean;
}

const FormatsContext = createContext<Formats>({});
export const FormatsProvider = FormatsContext.Provider;

/** Reader's notation, with the page language as the fallback. */
export function useFormats() {
  const { i18n } = useLingui();
  const { locale, timeZone, absolute = false } = useContext(FormatsContext);
  return { locale: locale ?? formatLocale(i18n.locale), timeZone, absolute };
}

/** The pseudo language has no number rules of its own. */
function formatLocale(locale: string): string {
  return locale === '' || locale.startsWith('en-X') ? 'en' : locale;
}
