import { useSyncExternalStore } from 'react';
import type { BulkEditId } from '#contracts/ids.ts';

let current: BulkEditId | null = null;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Keeps an eye on a bulk edit, so that its end is told wherever its drawer has gone. */
export function watch(id: BulkEditId | null) {
  current = id;
  for (const listener of listeners) listener();
}

/** The bulk edit that the reader set going and has not seen the end of. */
export const useWatched = () => useSyncExternalStore(subscribe, () => current);
