import type { List, ListEntry, ListName } from '#contracts/schemas/list.ts';

/** An entry being edited; `id` stays while the label changes and the key of a new one is not decided yet. */
export interface Draft {
  id: string;
  /** Absent until a new entry is saved: its key comes from the label it then has. */
  key?: string;
  label: string;
  archived: boolean;
}

export const draftsOf = ({ entries }: List): Draft[] => entries.map((entry) => ({ id: entry.key, ...entry }));

export const newDraft = (label: string): Draft => ({ id: crypto.randomUUID(), label, archived: false });

/** Small letters, digits and underscores, as a key may be; what has no such letters is simply an entry. */
function keyFrom(label: string): string {
  const folded = label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+/, '')
    .slice(0, 36)
    .replace(/_+$/, '');
  return folded === '' ? 'entry' : folded;
}

/** The list as the API takes it; new entries get keys that no other one has. */
export function toEntries(drafts: readonly Draft[]): ListEntry[] {
  const taken = new Set(drafts.flatMap(({ key }) => key ?? []));
  return drafts.map(({ key, label, archived }) => {
    const own = key ?? free(keyFrom(label), taken);
    taken.add(own);
    return { key: own, label: label.trim(), archived };
  });
}

function free(wish: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? wish : `${wish}_${number}`;
    if (!taken.has(key)) return key;
  }
}

export const isSame = (drafts: readonly Draft[], list: List): boolean =>
  JSON.stringify(toEntries(drafts)) === JSON.stringify(list.entries);

/** Ids of entries that stand in the way: blank ones, and every second one of the same label. */
export function faultsOf(drafts: readonly Draft[]): Map<string, 'blank' | 'twice'> {
  const seen = new Set<string>();
  const faults = new Map<string, 'blank' | 'twice'>();
  for (const { id, label } of drafts) {
    const folded = label.trim().toLocaleLowerCase('en');
    if (folded === '') faults.set(id, 'blank');
    else if (seen.has(folded)) faults.set(id, 'twice');
    seen.add(folded);
  }
  return faults;
}

/** The entry one place up or down among those that are offered; archived ones stay where they are. */
export function moved(drafts: readonly Draft[], id: string, by: -1 | 1): Draft[] {
  const offered = drafts.filter(({ archived }) => !archived);
  const at = offered.findIndex((draft) => draft.id === id);
  const one = offered[at];
  const other = offered[at + by];
  if (!one || !other) return [...drafts];
  return drafts.map((draft) => (draft === one ? other : draft === other ? one : draft));
}

/** What was edited here on top of what somebody else saved meanwhile: nothing of either is lost. */
export function rebased(drafts: readonly Draft[], newest: List): Draft[] {
  const known = new Set(drafts.flatMap(({ key }) => key ?? []));
  return [...drafts, ...draftsOf(newest).filter(({ id }) => !known.has(id))];
}

export type Drafts = Record<ListName, Draft[]>;

export const allDrafts = (lists: readonly List[]): Drafts =>
  Object.fromEntries(lists.map((list) => [list.name, draftsOf(list)])) as Drafts;
