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
