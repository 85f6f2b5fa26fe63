/**
 * What a record says under a key that somebody made up: never what every object inherits, such as `constructor`.
 * Undefined where it says nothing.
 */
export const own = <T>(record: Readonly<Record<string, T>> | null | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;
