import { useSyncExternalStore } from 'react';
import { type ColumnLayout, plainLayout } from '#ui/tableTypes.ts';

/** How a reader likes the app to look. Nothing else is kept in the browser, least of all a token. */
interface Preferences {
  folded: boolean;
  /** Single-key shortcuts (WCAG 2.1.4). */
  shortcuts: boolean;
  clientColumns: ColumnLayout;
  /** The workspace that was open last. */
  workspace: string;
  language: string;
}

const defaults: Preferences = {
  folded: false,
  shortcuts: true,
  clientColumns: plainLayout,
  workspace: '',
  language: '',
};

const KEY = 'preferences';
const listeners = new Set<() => void>();
let current = read();

/** What is stored may be of another release or tampered with: only values of the expected kind count. */
function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return defaults;
    const usable = Object.entries(stored).filter(
      ([key, value]) => key in defaults && typeof value === typeof defaults[key as keyof Preferences],
    );
    const known = Object.fromEntries(usable) as Partial<Preferences>;
    return { ...defaults, ...known, clientColumns: { ...plainLayout, ...known.clientColumns } };
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

export function usePreference<K extends keyof Preferences>(key: K) {
  const value = useSyncExternalStore(preferences.subscribe, () => current[key]);
  return [value, (next: Preferences[K]) => preferences.set({ [key]: next })] as const;
}
