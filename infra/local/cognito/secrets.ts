import { createHash, randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { CognitoError } from './errors.ts';

/** Some milliseconds: what is kept here is passwords of a demo and of tests, which sign in thousands of people. */
const COST: ScryptOptions = { N: 2 ** 11, r: 8, p: 1 };
const LENGTH = 32;

function derive(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, LENGTH, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Salted scrypt as `salt.key`, both base64url. Used for passwords and for short codes that outlive a session. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(secret, salt)).toString('base64url')}`;
}

const NOBODY = `${'A'.repeat(22)}.${'A'.repeat(43)}`;

/** Whether the secret is the hashed one. Without a hash the same work is done, so that timing tells nothing. */
export async function matchesSecret(secret: string, hash: string | null): Promise<boolean> {
  const [salt = '', key = ''] = (hash ?? NOBODY).split('.');
  const derived = await derive(secret, Buffer.from(salt, 'base64url'));
  const expected = Buffer.from(key, 'base64url');
  return hash !== null && expected.length === LENGTH && timingSafeEqual(derived, expected);
}

/** SHA-256 in base64url: enough for what carries 256 random bits itself (session strings, refresh tokens). */
export const digest = (value: string): string => createHash('sha256').update(value).digest('base64url');

/** Compares two digests without telling where they differ. */
export function sameDigest(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

/** 256 random bits, for session strings and refresh tokens. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** A one-time code of six digits. */
export const randomCode = (): string => randomInt(1_000_000).toString().padStart(6, '0');

/** A temporary password that meets the policy. */
export const randomPassword = (): string => `${randomBytes(9).toString('base64url')}aA1!`;

const RULES: readonly [RegExp, string][] = [
  [/^.{10,256}$/s, 'Password not long enough'],
  [/[A-Z]/, 'Password must have uppercase characters'],
  [/[a-z]/, 'Password must have lowercase characters'],
  [/[0-9]/, 'Password must have numeric characters'],
  [/[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/, 'Password must have symbol characters'],
];

/** Holds a password against the policy of both pools; throws InvalidPasswordException naming the first rule broken. */
export function checkPolicy(password: string): void {
  if (password.trim() !== password) {
    throw new CognitoError('InvalidPasswordException', 'Password must not begin or end with a space');
  }
  for (const [rule, message] of RULES) {
    if (!rule.test(password)) {
      throw new CognitoError('InvalidPasswordException', `Password did not conform with policy: ${message}`);
    }
  }
}

/** The masked address Cognito shows, `a***@e***`; also made for addresses no one has, so that both look alike. */
export function maskEmail(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return `${local.charAt(0) || 'u'}***@${domain.charAt(0) || 'e'}***`;
}
