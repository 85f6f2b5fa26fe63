import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import {
  attributeList,
  attributesOf,
  describeUser,
  isEmail,
  readAttributes,
  writeAttributes,
} from '../attributes.ts';
import { CognitoError, invalid } from '../errors.ts';
import { type Context, endSignIns, findUser, type Pool, poolById, requireUser } from '../pool.ts';
import { checkPolicy, hashSecret, randomPassword } from '../secrets.ts';
import type { User } from '../state.ts';
import { bearer } from '../tokens.ts';
import { adminOperation, ignored, operation, password, target, token } from './operation.ts';

const createInput = z.strictObject({
  ...target,
  TemporaryPassword: password.optional(),
  UserAttributes: attributeList.default([]),
  MessageAction: z.enum(['SUPPRESS', 'RESEND']).optional(),
  DesiredDeliveryMediums: z.array(z.literal('EMAIL')).optional(),
  ClientMetadata: ignored.ClientMetadata,
});

/** Sets a temporary password, the given one or one made up, and mails it unless told not to. */
async function invite(
  context: Context,
  user: User,
  chosen: string | undefined,
  silent: boolean,
): Promise<void> {
  const temporary = chosen || randomPassword();
  user.password = await hashSecret(temporary);
  user.passwordSet = context.now;
  if (silent) return;
  const text = `Your username is ${user.attributes.email} and your temporary password is ${temporary}`;
  context.mail({ to: user.attributes.email ?? '', subject: 'Your temporary password', text });
}

async function resend(context: Context, pool: Pool, input: z.output<typeof createInput>): Promise<object> {
  const user = requireUser(pool, input.Username);
  if (user.status !== 'FORCE_CHANGE_PASSWORD') {
    throw new CognitoError('UnsupportedUserStateException', 'User is not in a state to be invited again.');
  }
  await invite(context, user, input.TemporaryPassword, false);
  user.modified = context.now;
  return { User: describeUser(user) };
}

/**
 * Creates a user whose e-mail address is the sign-in name; its Username is a new sub. Staff start with a
 * temporary password; a portal user made without one has none and is confirmed at once.
 */
export const adminCreateUser = adminOperation(createInput, async (context, input) => {
  const pool = poolById(context, input.UserPoolId);
  const { Username, TemporaryPassword, MessageAction } = input;
  if (TemporaryPassword) checkPolicy(TemporaryPassword);
  if (MessageAction === 'RESEND') return resend(context, pool, input);
  if (!isEmail(Username)) throw invalid('Username should be an email.');
  const attributes = { email: Username, ...readAttributes(input.UserAttributes) };
  if (attributes.email.toLowerCase() !== Username.toLowerCase()) {
    throw invalid('The email attribute must be the username.');
  }
  if (findUser(pool, Username)) {
    throw new CognitoError('UsernameExistsException', 'An account with the given email already exists.');
  }
  const passwordless = pool.spec.kind === 'portal' && !TemporaryPassword;
  const user: User = {
    sub: randomUUID(),
    attributes,
    status: passwordless ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
    enabled: true,
    created: context.now,
    modified: context.now,
    groups: [],
    password: null,
    passwordSet: context.now,
    totp: null,
    pendingTotp: null,
    mfa: { enabled: false, preferred: false },
  };
  if (!passwordless) await invite(context, user, TemporaryPassword, MessageAction === 'SUPPRESS');
  pool.state.users[user.sub] = user;
  return { User: describeUser(user) };
});

export const adminGetUser = adminOperation(z.strictObject(target), (context, { UserPoolId, Username }) => {
  const user = requireUser(poolById(context, UserPoolId), Username);
  const { Attributes: _, ...described } = describeUser(user);
  return { ...described, ...ownView(user) };
});

/** What users may see of themselves. */
const ownView = (user: User) => ({
  UserAttributes: attributesOf(user),
  ...(user.mfa.enabled ? { UserMFASettingList: ['SOFTWARE_TOKEN_MFA'] } : {}),
  ...(user.mfa.preferred ? { PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA' } : {}),
});

/** The bearer of an access token. */
export const getUser = operation(z.strictObject({ AccessToken: token }), async (context, input) => {
  const { user } = await bearer(context, input.AccessToken);
  return { Username: user.sub, ...ownView(user) };
});

const updateInput = z.strictObject({
  ...target,
  UserAttributes: attributeList,
  ClientMetadata: ignored.ClientMetadata,
});

export const adminUpdateUserAttributes = adminOperation(updateInput, (context, input) => {
  const pool = poolById(context, input.UserPoolId);
  const user = requireUser(pool, input.Username);
  writeAttributes(pool, user, readAttributes(input.UserAttributes), context.now);
  return {};
});

/** Disables a user and ends its sign-ins; access tokens live on where only the signature is looked at. */
export const adminDisableUser = adminOperation(
  z.strictObject(target),
  (context, { UserPoolId, Username }) => {
    const pool = poolById(context, UserPoolId);
    const user = requireUser(pool, Username);
    user.enabled = false;
    user.modified = context.now;
    endSignIns(pool, user.sub);
    return {};
  },
);

export const adminEnableUser = adminOperation(z.strictObject(target), (context, { UserPoolId, Username }) => {
  const user = requireUser(poolById(context, UserPoolId), Username);
  user.enabled = true;
  user.modified = context.now;
  return {};
});

export const adminDeleteUser = adminOperation(z.strictObject(target), (context, { UserPoolId, Username }) => {
  const pool = poolById(context, UserPoolId);
  const user = requireUser(pool, Username);
  endSignIns(pool, user.sub);
  delete pool.state.users[user.sub];
  return {};
});

const groupInput = z.strictObject({ ...target, GroupName: z.string().regex(/^\S{1,128}$/) });

/** Adds to a group. Groups are part of the deployment, not made through this protocol, so any name is taken. */
export const adminAddUserToGroup = adminOperation(groupInput, (context, input) => {
  const user = requireUser(poolById(context, input.UserPoolId), input.Username);
  if (!user.groups.includes(input.GroupName)) user.groups.push(input.GroupName);
  return {};
});

export const adminUserGlobalSignOut = adminOperation(z.strictObject(target), (context, input) => {
  const pool = poolById(context, input.UserPoolId);
  endSignIns(pool, requireUser(pool, input.Username).sub);
  return {};
});

const listInput = z.strictObject({
  UserPoolId: z.string().min(1),
  Filter: z.string().max(256).optional(),
  Limit: z.int().min(1).max(60).default(60),
  PaginationToken: z.string().regex(/^\d+$/).optional(),
});

/** Reads a filter such as `email = "a@b.example"`; throws InvalidParameterException for any other form. */
function matcher(filter: string | undefined): (user: User) => boolean {
  if (!filter?.trim()) return () => true;
  const [, name, value] = /^\s*(email|sub)\s*=\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter) ?? [];
  if (name === undefined || value === undefined) throw invalid('Error while parsing filter.');
  const wanted = value.replaceAll(/\\(.)/g, '$1').toLowerCase();
  return (user) => (name === 'sub' ? user.sub : user.attributes.email?.toLowerCase()) === wanted;
}

export const listUsers = adminOperation(listInput, (context, input) => {
  const users = Object.values(poolById(context, input.UserPoolId).state.users).filter(matcher(input.Filter));
  const start = Number(input.PaginationToken ?? 0);
  const end = start + input.Limit;
  return {
    Users: users.slice(start, end).map(describeUser),
    ...(end < users.length ? { PaginationToken: String(end) } : {}),
  };
});
