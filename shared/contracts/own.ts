/**
 * What a record says under a key that somebody made up: never what every object inherits, such as `constructor`.
 * Undefined where it says nothing.
 */
export const own = <T>(record: Readonly<Record<string, T>> | null | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

/** Whether every object has something of this name: no key of a record that is stored may be called so. */
export const isInherited = (key: string): boolean => key in Object.prototype;
