import { CognitoError } from './errors.ts';
import type { Context, Pool } from './pool.ts';
import { digest } from './secrets.ts';
import type { User } from './state.ts';

const FREE_ATTEMPTS = 5;
const LONGEST = 15 * 60_000;

/** Names no one has are counted too, so that the lock does not tell which accounts exist. */
const keyOf = (username: string, user: User | undefined): string =>
  user?.sub ?? digest(username.toLowerCase());

/** Throws NotAuthorizedException while the name is locked; such an attempt does not lengthen the lock. */
export function refuseLocked(context: Context, pool: Pool, username: string, user: User | undefined): void {
  const lockout = pool.state.lockouts[keyOf(username, user)];
  if (lockout && context.now < lockout.until) {
    throw new CognitoError('NotAuthorizedException', 'Password attempts exceeded');
  }
}

/** Counts a failure: from the fifth on the name is locked for 1, 2, 4 … seconds, 15 minutes at the most. */
export function countFailure(context: Context, pool: Pool, username: string, user: User | undefined): void {
  const key = keyOf(username, user);
  const failures = (pool.state.lockouts[key]?.failures ?? 0) + 1;
  const lock = failures < FREE_ATTEMPTS ? 0 : Math.min(LONGEST, 1000 * 2 ** (failures - FREE_ATTEMPTS));
  pool.state.lockouts[key] = { failures, until: context.now + lock, last: context.now };
}

/** Forgets the failures after a completed sign-in or a reset password. */
export function clearFailures(pool: Pool, user: User): void {
  delete pool.state.lockouts[user.sub];
}
