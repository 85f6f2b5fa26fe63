import { useSyncExternalStore } from 'react';

const KEY = 'preferences';

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is stored may be of another release or tampered with: only values of the expected kind count. */
function readStored<P extends object>(defaults: P): P {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (!isPlain(stored)) return defaults;
    const known = Object.entries(defaults).map(([key, fallback]) => {
      const value: unknown = stored[key as keyof typeof stored];
      if (isPlain(fallback)) return [key, isPlain(value) ? { ...fallback, ...value } : fallback];
      return [key, typeof value === typeof fallback ? value : fallback];
    });
    return Object.fromEntries(known) as P;
  } catch {
    return defaults;
  }
}

/** How a reader likes an app, kept in the browser. Nothing else is kept there, least of all a token. */
export function createPreferences<P extends object>(defaults: P) {
  const listeners = new Set<() => void>();
  let current = readStored(defaults);

  const preferences = {
    get: () => current,
    set(change: Partial<P>) {
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

  /** One preference with its setter, as `useState` would give it. */
  function usePreference<K extends keyof P>(key: K) {
    const value = useSyncExternalStore(preferences.subscribe, () => current[key]);
    const set = (next: P[K]) => preferences.set({ [key]: next } as unknown as Partial<P>);
    return [value, set] as const;
  }

  return { preferences, usePreference };
}
