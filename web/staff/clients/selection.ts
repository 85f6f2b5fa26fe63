import { useSyncExternalStore } from 'react';
import type { WorkspaceId } from '#contracts/ids.ts';
import { type ClientSearch, filterIn } from './list-search.ts';

interface Selection {
  /** The question whose answers were ticked: other filters begin with nothing ticked. */
  key: string;
  ids: ReadonlySet<string>;
  /** All that the filters find, on this page or not. */
  all: boolean;
}

const nothing: Selection = { key: '', ids: new Set(), all: false };
let current = nothing;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function set(next: Selection) {
  current = next;
  for (const listener of listeners) listener();
}

/** The clients that are ticked; they stay ticked from page to page, and while a drawer is open over the list. */
export const selection = {
  clear: () => set(nothing),
};

/** What is ticked of the list that an address describes. */
export function useSelection(workspaceId: WorkspaceId, search: ClientSearch) {
  const key = JSON.stringify([workspaceId, filterIn(search)]);
  const stored = useSyncExternalStore(subscribe, () => current);
  const { ids, all } = stored.key === key ? stored : nothing;
  return {
    ids,
    all,
    pick: (picked: ReadonlySet<string>) => set({ key, ids: picked, all: false }),
    pickAll: () => set({ key, ids: new Set(), all: true }),
    clear: selection.clear,
  };
}

export type ClientSelection = ReturnType<typeof useSelection>;
