import { invalidSession } from './errors.ts';
import { clearFailures } from './lockout.ts';
import type { Context, Pool } from './pool.ts';
import { digest, randomToken } from './secrets.ts';
import type { Session, User } from './state.ts';
import { signIn } from './tokens.ts';

/** How long a session string lives, and the one-time code with it. */
const SESSION_VALIDITY = 3 * 60_000;
/** Wrong answers a session takes. */
const SESSION_ATTEMPTS = 3;

type NewSession = Pick<Session, 'challenge' | 'sub' | 'username'> & { verified?: boolean };

/** Opens a challenge and gives its session string, of which only the hash is kept. */
export function openSession(context: Context, pool: Pool, session: NewSession, code?: string): string {
  const token = randomToken();
  pool.state.sessions[digest(token)] = {
    verified: false,
    ...session,
    codeHash: code === undefined ? null : codeHash(token, code),
    attempts: 0,
    expires: context.now + SESSION_VALIDITY,
  };
  return token;
}

/** The hash of a code, salted with a session string that is stored nowhere. */
export const codeHash = (token: string, code: string): string => digest(`${token}:${code}`);

/** The open session of a string. Throws NotAuthorizedException when it is unknown or spent; may be expired. */
export function findSession(pool: Pool, token: string, challenge: Session['challenge']): Session {
  const session = pool.state.sessions[digest(token)];
  if (session?.challenge !== challenge || session.attempts >= SESSION_ATTEMPTS) throw invalidSession();
  return session;
}

/** Spends a session: it answers no second time. */
export function closeSession(pool: Pool, token: string): void {
  delete pool.state.sessions[digest(token)];
}

/** What follows once the password is right: a further challenge, or the tokens. */
export async function afterPassword(
  context: Context,
  pool: Pool,
  user: User,
  username: string,
): Promise<object> {
  const ask = (challenge: Session['challenge'], parameters: Record<string, string>) => ({
    ChallengeName: challenge,
    Session: openSession(context, pool, { challenge, sub: user.sub, username }),
    ChallengeParameters: { USER_ID_FOR_SRP: user.sub, ...parameters },
  });
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    const userAttributes = JSON.stringify(user.attributes);
    return ask('NEW_PASSWORD_REQUIRED', { requiredAttributes: '[]', userAttributes });
  }
  if (user.mfa.enabled && user.totp) return ask('SOFTWARE_TOKEN_MFA', {});
  if (pool.spec.kind === 'staff' && pool.spec.mfa === 'ON') {
    return ask('MFA_SETUP', { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' });
  }
  return completed(context, pool, user);
}

/** The answer to a completed sign-in. */
export async function completed(context: Context, pool: Pool, user: User): Promise<object> {
  clearFailures(pool, user);
  return { ChallengeParameters: {}, AuthenticationResult: await signIn(context, pool, user) };
}
