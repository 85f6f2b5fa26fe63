import { useSyncExternalStore } from 'react';

/** How a reader likes the portal. Nothing else is kept in the browser, least of all a token. */
interface Preferences {
  language: string;
  /** The company that was looked at last. */
  company: string;
}

const defaults: Preferences = { language: '', company: '' };
const KEY = 'preferences';
const listeners = new Set<() => void>();
let current = read();

/** What is stored may be of another release or tampered with: only texts under known names count. */
function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return defaults;
    const usable = Object.entries(stored).filter(
      ([key, value]) => key in defaults && typeof value === 'string',
    );
    return { ...defaults, ...Object.fromEntries(usable) };
  } catch {
    return defaults;
  }
}

export const preferences = {
  get: () => current,
  set(change: Partial<Preferences>) {
    current = { ...current, ...change };
    try {
      localStorage.setItem(KEY, JSON.stringify(current));
    } catch {
      // Storage may be blocked; the choice then lasts as long as the page.
    }
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

export const useChosenCompany = () => useSyncExternalStore(preferences.subscribe, () => current.company);
