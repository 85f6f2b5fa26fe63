import { useSyncExternalStore } from 'react';
import type { BulkEditId } from '#contracts/ids.ts';

const KEPT = 'foyer.watched';
/** Of this tab, also after a reload; where nothing may be kept it is forgotten with the page. */
let current: BulkEditId | null = kept();

function kept(): BulkEditId | null {
  try {
    return sessionStorage.getItem(KEPT) as BulkEditId | null;
  } catch {
    return null;
  }
}

function keep(id: BulkEditId | null) {
  try {
    if (id) sessionStorage.setItem(KEPT, id);
    else sessionStorage.removeItem(KEPT);
  } catch {
    // It is watched until the page is left.
  }
}

const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Keeps an eye on a bulk edit, so that its end is told wherever its drawer has gone. */
export function watch(id: BulkEditId | null) {
  current = id;
  keep(id);
  for (const listener of listeners) listener();
}

/** The bulk edit that the reader set going and has not seen the end of. */
export const useWatched = () => useSyncExternalStore(subscribe, () => current);
