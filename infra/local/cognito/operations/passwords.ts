import * as z from 'zod';
import { checkSecretHash } from '../client-secret.ts';
import { CognitoError, wrongPassword } from '../errors.ts';
import { clearFailures, countFailure, refuseLocked } from '../lockout.ts';
import { findUser, hasVerifiedEmail, poolByClient, poolById, requireUser } from '../pool.ts';
import { checkPolicy, digest, hashSecret, maskEmail, matchesSecret, randomCode } from '../secrets.ts';
import type { User } from '../state.ts';
import { bearer } from '../tokens.ts';
import { adminOperation, code, ignored, operation, password, target, token, username } from './operation.ts';

const RESET_VALIDITY = 60 * 60_000;
const RESET_ATTEMPTS = 5;

async function setPassword(user: User, chosen: string, now: number): Promise<void> {
  user.password = await hashSecret(chosen);
  user.passwordSet = now;
  user.modified = now;
}

const setInput = z.strictObject({ ...target, Password: password, Permanent: z.boolean().default(false) });

/** Sets a password; not permanent, it must be changed at the next sign-in. */
export const adminSetUserPassword = adminOperation(setInput, async (context, input) => {
  const user = requireUser(poolById(context, input.UserPoolId), input.Username);
  checkPolicy(input.Password);
  await setPassword(user, input.Password, context.now);
  user.status = input.Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
  return {};
});

const changeInput = z.strictObject({
  AccessToken: token,
  PreviousPassword: password.optional(),
  ProposedPassword: password,
});

/** Changes the own password; other sign-ins go on. A user without one needs no previous password. */
export const changePassword = operation(changeInput, async (context, input) => {
  const { pool, user } = await bearer(context, input.AccessToken);
  refuseLocked(context, pool, user.sub, user);
  checkPolicy(input.ProposedPassword);
  if (user.password !== null && !(await matchesSecret(input.PreviousPassword ?? '', user.password))) {
    countFailure(context, pool, user.sub, user);
    throw wrongPassword();
  }
  await setPassword(user, input.ProposedPassword, context.now);
  return {};
});

const forgotInput = z.strictObject({
  ClientId: z.string().min(1),
  SecretHash: z.string().optional(),
  Username: username,
  ClientMetadata: ignored.ClientMetadata,
  UserContextData: ignored.UserContextData,
  AnalyticsMetadata: ignored.AnalyticsMetadata,
});

/**
 * Mails a code to reset the password. An unknown or disabled user, or one without a verified address, is
 * answered alike with a simulated delivery. Throws NotAuthorizedException while a temporary password is due.
 */
export const forgotPassword = operation(forgotInput, async (context, input) => {
  const pool = poolByClient(context, input.ClientId);
  checkSecretHash(pool, input.Username, input.SecretHash);
  const user = findUser(pool, input.Username);
  const to = user?.enabled && hasVerifiedEmail(user) ? user.attributes.email : undefined;
  if (user && to !== undefined && user.status === 'FORCE_CHANGE_PASSWORD') {
    throw new CognitoError('NotAuthorizedException', 'User password cannot be reset in the current state.');
  }
  const fresh = randomCode();
  pool.state.resets[user?.sub ?? digest(input.Username.toLowerCase())] = {
    sub: to === undefined ? null : (user?.sub ?? null),
    codeHash: await hashSecret(fresh),
    attempts: 0,
    expires: context.now + RESET_VALIDITY,
  };
  if (to !== undefined) {
    const text = `Your password reset code is ${fresh}. It is valid for one hour.`;
    context.mail({ to, subject: 'Your password reset code', text });
  }
  const Destination = maskEmail(user?.attributes.email ?? input.Username);
  return { CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination } };
});

const confirmInput = z.strictObject({
  ClientId: z.string().min(1),
  SecretHash: z.string().optional(),
  Username: username,
  ConfirmationCode: code,
  Password: password,
  ClientMetadata: ignored.ClientMetadata,
  UserContextData: ignored.UserContextData,
  AnalyticsMetadata: ignored.AnalyticsMetadata,
});

/**
 * Sets a new password with a mailed code. Throws InvalidPasswordException (the code stays good),
 * CodeMismatchException, ExpiredCodeException, and LimitExceededException after five wrong codes.
 */
export const confirmForgotPassword = operation(confirmInput, async (context, input) => {
  const pool = poolByClient(context, input.ClientId);
  checkSecretHash(pool, input.Username, input.SecretHash);
  checkPolicy(input.Password);
  const found = findUser(pool, input.Username);
  const key = found?.sub ?? digest(input.Username.toLowerCase());
  const reset = pool.state.resets[key];
  if (!reset || context.now >= reset.expires) {
    throw new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.');
  }
  if (reset.attempts >= RESET_ATTEMPTS) {
    throw new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
  }
  const right = await matchesSecret(input.ConfirmationCode, reset.codeHash);
  const user = right && found?.enabled && found.sub === reset.sub ? found : undefined;
  if (!user) {
    reset.attempts += 1;
    throw new CognitoError('CodeMismatchException', 'Invalid verification code provided, please try again.');
  }
  await setPassword(user, input.Password, context.now);
  user.status = 'CONFIRMED';
  clearFailures(pool, user);
  delete pool.state.resets[key];
  return {};
});
