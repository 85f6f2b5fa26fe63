import * as z from 'zod';
import { closeSession, findSession, openSession } from '../challenge.ts';
import { CognitoError, invalid, invalidSession } from '../errors.ts';
import { type Context, type Pool, poolById, refuseDisabled, requireUser } from '../pool.ts';
import { digest } from '../secrets.ts';
import type { Session, User } from '../state.ts';
import { bearer } from '../tokens.ts';
import { newTotpSecret, totpStep } from '../totp.ts';
import { adminOperation, code, operation, sessionString, target, token } from './operation.ts';

interface Owner {
  pool: Pool;
  user: User;
  /** The MFA_SETUP challenge under way, when the caller is not yet signed in. */
  session: { token: string; record: Session } | null;
}

/** The pool has no MFA: authenticators are of the staff pool only. */
function refuseWithoutMfa(pool: Pool): void {
  if (pool.spec.kind === 'staff') return;
  throw new CognitoError(
    'SoftwareTokenMFANotFoundException',
    'Software Token MFA has not been enabled by the userPool.',
  );
}

/**
 * Whose authenticator this is about: the bearer of an access token, or who is told to set one up. The session
 * of any other challenge is refused: it would let the password alone replace the second factor.
 */
async function ownerOf(context: Context, given: { AccessToken?: string; Session?: string }): Promise<Owner> {
  if (given.AccessToken !== undefined) {
    const { pool, user } = await bearer(context, given.AccessToken);
    refuseWithoutMfa(pool);
    return { pool, user, session: null };
  }
  if (given.Session === undefined) throw invalid('Either AccessToken or Session is required.');
  const key = digest(given.Session);
  const pool = context.pools.find((candidate) => Object.hasOwn(candidate.state.sessions, key));
  if (!pool) throw invalidSession();
  const record = findSession(pool, given.Session, 'MFA_SETUP');
  const user = record.sub === null ? undefined : pool.state.users[record.sub];
  if (!user || context.now >= record.expires) throw invalidSession();
  refuseDisabled(user);
  return { pool, user, session: { token: given.Session, record } };
}

/** Replaces the session string of a challenge, as each step of it gives a new one. */
function nextSession(context: Context, owner: Owner, verified: boolean): { Session?: string } {
  if (!owner.session) return {};
  closeSession(owner.pool, owner.session.token);
  const { challenge, sub, username } = owner.session.record;
  return { Session: openSession(context, owner.pool, { challenge, sub, username, verified }) };
}

const associateInput = z.strictObject({ AccessToken: token.optional(), Session: sessionString.optional() });

/** Hands out a new secret; an authenticator already in use stays so until the new one is verified. */
export const associateSoftwareToken = operation(associateInput, async (context, input) => {
  const owner = await ownerOf(context, input);
  owner.user.pendingTotp = newTotpSecret();
  return { SecretCode: owner.user.pendingTotp, ...nextSession(context, owner, false) };
});

const verifyInput = z.strictObject({
  AccessToken: token.optional(),
  Session: sessionString.optional(),
  UserCode: code,
  FriendlyDeviceName: z.string().max(131_072).optional(),
});

/** Proves the new authenticator by a first code, which is spent by it. */
export const verifySoftwareToken = operation(verifyInput, async (context, input) => {
  const owner = await ownerOf(context, input);
  const { user } = owner;
  if (user.pendingTotp === null) {
    throw new CognitoError('SoftwareTokenMFANotFoundException', 'No software token has been associated.');
  }
  const step = totpStep(user.pendingTotp, input.UserCode, context.now);
  if (step === null) {
    if (owner.session) owner.session.record.attempts += 1;
    throw new CognitoError('EnableSoftwareTokenMFAException', 'Code mismatch');
  }
  user.totp = { secret: user.pendingTotp, lastStep: step };
  user.pendingTotp = null;
  user.modified = context.now;
  return { Status: 'SUCCESS', ...nextSession(context, owner, true) };
});

const settings = z.strictObject({
  Enabled: z.boolean().default(false),
  PreferredMfa: z.boolean().default(false),
});

/** Switches the second factor on or off. Throws InvalidParameterException before an authenticator is verified. */
function prefer(
  context: Context,
  pool: Pool,
  user: User,
  wanted: z.output<typeof settings> | undefined,
): object {
  refuseWithoutMfa(pool);
  if (!wanted) return {};
  if (wanted.Enabled && !user.totp) throw invalid('User has not verified software token mfa');
  if (wanted.PreferredMfa && !wanted.Enabled) throw invalid('A preferred MFA method must be enabled.');
  user.mfa = { enabled: wanted.Enabled, preferred: wanted.PreferredMfa };
  user.modified = context.now;
  return {};
}

const ownPreferenceInput = z.strictObject({
  AccessToken: token,
  SoftwareTokenMfaSettings: settings.optional(),
});

export const setUserMfaPreference = operation(ownPreferenceInput, async (context, input) => {
  const { pool, user } = await bearer(context, input.AccessToken);
  return prefer(context, pool, user, input.SoftwareTokenMfaSettings);
});

const preferenceInput = z.strictObject({ ...target, SoftwareTokenMfaSettings: settings.optional() });

export const adminSetUserMfaPreference = adminOperation(preferenceInput, (context, input) => {
  const pool = poolById(context, input.UserPoolId);
  return prefer(context, pool, requireUser(pool, input.Username), input.SoftwareTokenMfaSettings);
});
