import * as z from 'zod';
import { afterPassword, closeSession, codeHash, completed, findSession } from '../challenge.ts';
import { checkSecretHash } from '../client-secret.ts';
import { CognitoError, invalid, invalidSession } from '../errors.ts';
import { countFailure, refuseLocked } from '../lockout.ts';
import { type Context, findUser, type Pool, poolById, refuseDisabled } from '../pool.ts';
import { checkPolicy, hashSecret, sameDigest } from '../secrets.ts';
import type { Session, User } from '../state.ts';
import { totpStep } from '../totp.ts';
import { adminOperation, ignored, sessionString } from './operation.ts';

/** A challenge being answered. */
interface Attempt {
  context: Context;
  pool: Pool;
  token: string;
  session: Session;
  responses: Record<string, string>;
}

function need({ responses }: Pick<Attempt, 'responses'>, name: string): string {
  const value = responses[name];
  if (!value) throw invalid(`Missing required parameter ${name}`);
  return value;
}

/** The user a password challenge is of; throws NotAuthorizedException when gone, disabled or out of time. */
function userOf({ context, pool, session }: Attempt): User {
  const user = session.sub === null ? undefined : pool.state.users[session.sub];
  if (!user) throw invalidSession();
  refuseDisabled(user);
  if (context.now >= session.expires) {
    throw new CognitoError('NotAuthorizedException', 'Invalid session for the user, session is expired.');
  }
  return user;
}

async function newPassword(attempt: Attempt): Promise<object> {
  const { context, pool, token, session } = attempt;
  const user = userOf(attempt);
  const chosen = need(attempt, 'NEW_PASSWORD');
  checkPolicy(chosen);
  user.password = await hashSecret(chosen);
  user.passwordSet = context.now;
  user.modified = context.now;
  user.status = 'CONFIRMED';
  closeSession(pool, token);
  return afterPassword(context, pool, user, session.username);
}

/** Takes a code of the authenticator, each code once. Wrong ones also count towards the lock of the name. */
async function authenticatorCode(attempt: Attempt): Promise<object> {
  const { context, pool, token, session } = attempt;
  const user = userOf(attempt);
  if (!user.totp) throw invalidSession();
  refuseLocked(context, pool, session.username, user);
  const step = totpStep(user.totp.secret, need(attempt, 'SOFTWARE_TOKEN_MFA_CODE'), context.now);
  if (step === null) {
    session.attempts += 1;
    countFailure(context, pool, session.username, user);
    throw new CognitoError('CodeMismatchException', 'Invalid code received for user');
  }
  if (step <= user.totp.lastStep) {
    throw new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');
  }
  user.totp.lastStep = step;
  closeSession(pool, token);
  return completed(context, pool, user);
}

/** Takes a one-time code, three attempts in three minutes. Nothing tells the make-believe challenge apart. */
async function emailCode(attempt: Attempt): Promise<object> {
  const { context, pool, token, session } = attempt;
  const given = need(attempt, 'EMAIL_OTP_CODE');
  if (context.now >= session.expires) {
    throw new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.');
  }
  const user = session.sub === null ? undefined : pool.state.users[session.sub];
  if (user) refuseDisabled(user);
  if (!sameDigest(codeHash(token, given), session.codeHash ?? '') || !user) {
    session.attempts += 1;
    throw new CognitoError('CodeMismatchException', 'Invalid code or auth state for the user.');
  }
  closeSession(pool, token);
  return completed(context, pool, user);
}

/** Completes a sign-in that demanded an authenticator, with the session VerifySoftwareToken gave. */
async function authenticatorSetUp(attempt: Attempt): Promise<object> {
  const { context, pool, token, session } = attempt;
  const user = userOf(attempt);
  if (!session.verified) throw invalidSession();
  user.mfa = { enabled: true, preferred: true };
  closeSession(pool, token);
  return completed(context, pool, user);
}

const ANSWERS: Record<Session['challenge'], (attempt: Attempt) => Promise<object>> = {
  NEW_PASSWORD_REQUIRED: newPassword,
  SOFTWARE_TOKEN_MFA: authenticatorCode,
  EMAIL_OTP: emailCode,
  MFA_SETUP: authenticatorSetUp,
};

const input = z.strictObject({
  UserPoolId: z.string().min(1),
  ClientId: z.string().min(1),
  ChallengeName: z.enum(['NEW_PASSWORD_REQUIRED', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'MFA_SETUP']),
  ChallengeResponses: z.record(z.string(), z.string()).default({}),
  Session: sessionString,
  ClientMetadata: ignored.ClientMetadata,
  ContextData: ignored.ContextData,
  AnalyticsMetadata: ignored.AnalyticsMetadata,
});

/** Whether USERNAME in an answer, the address or the sub, is who the challenge was for. */
function sameName(pool: Pool, session: Session, username: string): boolean {
  if (session.sub !== null) return findUser(pool, username)?.sub === session.sub;
  return session.username.toLowerCase() === username.toLowerCase();
}

/** Answers a challenge. A session string fits its own challenge and user only, and is spent by success. */
export const adminRespondToAuthChallenge = adminOperation(input, (context, request) => {
  const pool = poolById(context, request.UserPoolId, request.ClientId);
  const responses = request.ChallengeResponses;
  const username = need({ responses }, 'USERNAME');
  checkSecretHash(pool, username, responses.SECRET_HASH);
  const session = findSession(pool, request.Session, request.ChallengeName);
  const attempt = { context, pool, token: request.Session, session, responses };
  if (!sameName(pool, session, username)) throw invalidSession();
  return ANSWERS[request.ChallengeName](attempt);
});
