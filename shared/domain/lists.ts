import { invalidField, Refusal } from '#contracts/errors.ts';
import { type List, type ListChange, type ListName, listNames } from '#contracts/schemas/list.ts';
import type { Deps } from './deps.ts';

export interface ListReader {
  /** The lists that were ever changed. */
  all(): Promise<List[]>;
}

export interface ListWriter {
  /** @throws {Refusal} `version_conflict` */
  put(before: List, after: List): Promise<void>;
}

/** Every list of the workspace; one that nobody has changed yet is empty, at version 0. */
export async function list({ data }: Deps<{ lists: ListReader }>): Promise<{ data: List[] }> {
  const kept = await data.lists.all();
  return { data: listNames.map((name) => kept.find((one) => one.name === name) ?? empty(name)) };
}

/**
 * Changes a list. A key that was there stays, since records name it: it is archived, not removed.
 * @throws {Refusal} `version_conflict`, `validation_failed` for a key that is missing
 */
export async function update(
  deps: Deps<{ lists: ListReader & ListWriter }>,
  name: ListName,
  { entries }: ListChange,
  expected: number,
): Promise<List> {
  const before = (await list(deps)).data.find((one) => one.name === name) ?? empty(name);
  if (before.version !== expected) {
    throw new Refusal('version_conflict', { extra: { version: before.version } });
  }
  const gone = before.entries.find(({ key }) => entries.every((entry) => entry.key !== key));
  if (gone) {
    throw invalidField('/entries', 'entry_missing', `must keep ${gone.key}: archive it, records may name it`);
  }
  if (JSON.stringify(entries) === JSON.stringify(before.entries)) return before;
  const after: List = { name, version: before.version + 1, entries };
  await deps.data.lists.put(before, after);
  return after;
}

/**
 * A key that a record is to name is one that its list offers; none is no key.
 * @throws {Refusal} `validation_failed` at the pointer
 */
export async function assertOffered(
  deps: Deps<{ lists: ListReader }>,
  name: ListName,
  key: string | null | undefined,
  pointer: string,
): Promise<void> {
  if (!key) return;
  const entries = (await list(deps)).data.find((one) => one.name === name)?.entries ?? [];
  if (entries.some((entry) => entry.key === key && !entry.archived)) return;
  throw invalidField(pointer, 'unknown_entry', 'must be an entry that the list offers');
}

const empty = (name: ListName): List => ({ name, version: 0, entries: [] });
