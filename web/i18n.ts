import { i18n, type Messages } from '@lingui/core';

/** Loads a catalogue. Each is a separate chunk: one language is loaded, not all. */
export type LoadCatalogue = () => Promise<{ messages: Messages }>;

/** Loads and switches the language without a reload, and says so to the browser. */
export async function activate(locale: string, load: LoadCatalogue) {
  const { messages } = await load();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
}

interface Remembered {
  get: () => { language: string };
  set: (change: { language: string }) => void;
}

/** The language chosen last; one in the address is a choice that lasts. */
export function wishedLanguage(preferences: Remembered): string {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (asked) preferences.set({ language: asked });
  return preferences.get().language;
}
