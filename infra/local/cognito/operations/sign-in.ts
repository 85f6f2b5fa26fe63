import * as z from 'zod';
import { afterPassword, openSession } from '../challenge.ts';
import { checkSecretHash } from '../client-secret.ts';
import { CognitoError, invalid, wrongPassword } from '../errors.ts';
import { countFailure, refuseLocked } from '../lockout.ts';
import { type Context, findUser, hasVerifiedEmail, type Pool, poolById, refuseDisabled } from '../pool.ts';
import { maskEmail, matchesSecret, randomCode } from '../secrets.ts';
import { adminOperation, ignored } from './operation.ts';

const TEMPORARY_PASSWORD_VALIDITY = 7 * 24 * 60 * 60_000;

type Parameters = Record<string, string>;

/** Reads a required parameter; throws InvalidParameterException. */
function need(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (!value) throw invalid(`Missing required parameter ${name}`);
  return value;
}

/**
 * Signs in with a password. A disabled user and an expired temporary password are told only to who knows the
 * password; everyone else gets the one answer for a wrong name and a wrong password.
 */
async function byPassword(context: Context, pool: Pool, parameters: Parameters): Promise<object> {
  const username = need(parameters, 'USERNAME');
  const secret = need(parameters, 'PASSWORD');
  const user = findUser(pool, username);
  refuseLocked(context, pool, username, user);
  if (!(await matchesSecret(secret, user?.password ?? null)) || !user) {
    countFailure(context, pool, username, user);
    throw wrongPassword();
  }
  refuseDisabled(user);
  const expired = context.now >= user.passwordSet + TEMPORARY_PASSWORD_VALIDITY;
  if (user.status === 'FORCE_CHANGE_PASSWORD' && expired) {
    throw new CognitoError(
      'NotAuthorizedException',
      'Temporary password has expired and must be reset by an administrator.',
    );
  }
  return afterPassword(context, pool, user, username);
}

/**
 * Sends a one-time code. A name no one has, or whose address is not verified, is answered alike: with a
 * challenge that no code solves.
 */
function byEmailCode(context: Context, pool: Pool, parameters: Parameters): object {
  const username = need(parameters, 'USERNAME');
  if (parameters.PREFERRED_CHALLENGE !== 'EMAIL_OTP') {
    throw invalid('PREFERRED_CHALLENGE must be EMAIL_OTP.');
  }
  const user = findUser(pool, username);
  if (user) refuseDisabled(user);
  const to = user && hasVerifiedEmail(user) ? user.attributes.email : undefined;
  const code = randomCode();
  const sub = to === undefined ? null : (user?.sub ?? null);
  const session = openSession(context, pool, { challenge: 'EMAIL_OTP', sub, username }, code);
  if (to !== undefined) {
    const text = `Your sign-in code is ${code}. It is valid for 3 minutes.`;
    context.mail({ to, subject: 'Your sign-in code', text });
  }
  return {
    ChallengeName: 'EMAIL_OTP',
    Session: session,
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
      CODE_DELIVERY_DESTINATION: maskEmail(user?.attributes.email ?? username),
    },
  };
}

const FLOWS: Record<string, typeof byPassword | typeof byEmailCode> = {
  'staff ADMIN_USER_PASSWORD_AUTH': byPassword,
  'portal USER_AUTH': byEmailCode,
};

const input = z.strictObject({
  UserPoolId: z.string().min(1),
  ClientId: z.string().min(1),
  AuthFlow: z.string(),
  AuthParameters: z.record(z.string(), z.string()).default({}),
  ClientMetadata: ignored.ClientMetadata,
  ContextData: ignored.ContextData,
  AnalyticsMetadata: ignored.AnalyticsMetadata,
});

/** Starts a sign-in; each pool knows one flow. REFRESH_TOKEN_AUTH is refused, as with token rotation on. */
export const adminInitiateAuth = adminOperation(input, (context, request) => {
  const pool = poolById(context, request.UserPoolId, request.ClientId);
  const flow = `${pool.spec.kind} ${request.AuthFlow}`;
  const begin = FLOWS[flow];
  if (!begin) throw invalid(`Auth flow ${request.AuthFlow} not enabled for this client`);
  const { AuthParameters } = request;
  checkSecretHash(pool, need(AuthParameters, 'USERNAME'), AuthParameters.SECRET_HASH);
  return begin(context, pool, AuthParameters);
});
