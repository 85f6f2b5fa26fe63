import { createPreferences } from '../preferences.ts';

interface Preferences {
  language: string;
  /** The company that was looked at last. */
  company: string;
}

/** How a reader likes the portal. */
export const { preferences, usePreference } = createPreferences<Preferences>({ language: '', company: '' });
