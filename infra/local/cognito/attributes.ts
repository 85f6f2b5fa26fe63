import * as z from 'zod';
import { CognitoError, invalid } from './errors.ts';
import { findUser, type Pool } from './pool.ts';
import type { User } from './state.ts';

/** The list form attributes travel in. */
export const attributeList = z.array(
  z.strictObject({ Name: z.string().min(1).max(32), Value: z.string().max(2048).optional() }),
);
type AttributeList = z.infer<typeof attributeList>;

/** The standard attributes an administrator may write. The pools declare no custom ones. */
const WRITABLE = new Set(
  (
    'address birthdate email email_verified family_name gender given_name locale middle_name name nickname ' +
    'phone_number phone_number_verified picture preferred_username profile updated_at website zoneinfo'
  ).split(' '),
);

const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** Whether a text can be an address, thus a user name of these pools. */
export const isEmail = (text: string): boolean => EMAIL.test(text);

/**
 * Checks attributes and gives them as a record. Throws InvalidParameterException for one the pool does not
 * have, for `sub`, and for a malformed address.
 */
export function readAttributes(list: AttributeList): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { Name, Value = '' } of list) {
    if (Name === 'sub') throw invalid('Cannot modify the non-mutable attribute sub');
    if (!WRITABLE.has(Name)) {
      throw invalid(
        `Attributes did not conform to the schema: ${Name}: Attribute does not exist in the schema.`,
      );
    }
    if (Name === 'email' && !isEmail(Value)) throw invalid('Invalid email address format.');
    result[Name] = Value;
  }
  return result;
}

/**
 * Writes attributes to a user. An empty value removes; a new address counts as unverified unless the same call
 * says otherwise. Throws AliasExistsException when another user has the address.
 */
export function writeAttributes(pool: Pool, user: User, changes: Record<string, string>, now: number): void {
  const { email } = changes;
  if (email !== undefined && email.toLowerCase() !== user.attributes.email?.toLowerCase()) {
    if (findUser(pool, email)) {
      throw new CognitoError('AliasExistsException', 'An account with the email already exists.');
    }
    user.attributes.email_verified = 'false';
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') delete user.attributes[name];
    else user.attributes[name] = value;
  }
  user.modified = now;
}

/** The attributes of a user in list form, `sub` first. */
export const attributesOf = (user: User): { Name: string; Value: string }[] =>
  Object.entries({ sub: user.sub, ...user.attributes }).map(([Name, Value]) => ({ Name, Value }));

/** The user as AdminCreateUser and ListUsers show it; times are seconds, as the protocol has them. */
export const describeUser = (user: User) => ({
  Username: user.sub,
  Attributes: attributesOf(user),
  UserCreateDate: user.created / 1000,
  UserLastModifiedDate: user.modified / 1000,
  Enabled: user.enabled,
  UserStatus: user.status,
});
