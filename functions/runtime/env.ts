import type { EnvironmentKey } from '#infra/grants.ts';

/**
 * A variable that a grant gave to this function.
 * @throws {Error} when it is missing: the function was deployed without a right its code uses
 */
export function env(key: EnvironmentKey): string {
  const value = process.env[key];
  if (!value) throw new Error(`${key} is not set: the function lacks the grant that brings it`);
  return value;
}

/** True in the local cloud, where answers carry their cost and the keys of the pools are handed over. */
export const isLocal = () => process.env.FOYER_STAGE === 'local';
