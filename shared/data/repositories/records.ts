import type { ActorStamp } from '#contracts/actor.ts';
import { Refusal } from '#contracts/errors.ts';
import { versionConflict } from '#domain/clients.ts';
import { put, update, type Write } from '../commit.ts';

type WithoutNulls<T> = { [K in keyof T]: null extends T[K] ? Exclude<T[K], null> | undefined : T[K] };

/** Domain to stored: what the store has no value for is absent. */
export const withoutNulls = <T extends object>(record: T) =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, value ?? undefined]),
  ) as WithoutNulls<T>;

/** The fields of an update: those to set, and the names of those to remove. */
export function setAndRemove<T extends object>(fields: T): { set: Partial<T>; gone: never[] } {
  const entries = Object.entries(fields);
  return {
    set: Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<T>,
    gone: entries.filter(([, value]) => value === undefined).map(([name]) => name) as never[],
  };
}

/** ElectroDB's requests as far as they are needed here; its own types name every attribute of one entity. */
interface Conditional {
  where(condition: never): { params(options: { table: string }): object };
}
interface Patch {
  set(fields: never): { remove(names: never): Conditional };
}

interface Operations {
  eq(attribute: unknown, value: unknown): string;
  notExists(attribute: unknown): string;
}
type Condition = (attributes: { version: unknown }, operations: Operations) => string;

type Refuse = NonNullable<Write['refuse']>;

/** The next state of a record over the version it was made from; fields without a value go. */
export function changeTo(table: string, patch: Patch, fields: object, version: number): Write {
  const { set, gone } = setAndRemove(fields);
  const over: Condition = (attributes, { eq }) => eq(attributes.version, version);
  const request = patch.set(set as never).remove(gone as never);
  return update(request.where(over as never).params({ table }), tooLate);
}

/** A record that is written whole, over the version it was made from: zero before it was first written. */
export function putOver(
  table: string,
  request: Conditional,
  version: number,
  refuse: Refuse = (current) =>
    current ? versionConflict(current as unknown as Kept) : new Refusal('version_conflict'),
): Write {
  const over: Condition = (attributes, { eq, notExists }) =>
    version === 0 ? notExists(attributes.version) : eq(attributes.version, version);
  return put(request.where(over as never).params({ table }), refuse);
}

/** What a change that comes too late is told: who was faster, or that nothing is there any more. */
export const tooLate: Refuse = (current) =>
  current ? versionConflict(current as unknown as Kept) : new Refusal('not_found');

interface Kept {
  version: number;
  updatedAt: string;
  updatedBy: ActorStamp;
}

/** Whether a conditional write found what it was made for. */
export const held = (writing: Promise<unknown>): Promise<boolean> =>
  writing.then(
    () => true,
    (error: unknown) => {
      const cause = error instanceof Error ? (error.cause as { name?: string } | undefined) : undefined;
      if (cause?.name === 'ConditionalCheckFailedException') return false;
      throw error;
    },
  );
