import * as z from 'zod';

/** Times are milliseconds since the epoch everywhere in the state. */
const time = z.number();

const totpSchema = z.object({ secret: z.string(), lastStep: z.number() });

const userSchema = z.object({
  sub: z.string(),
  attributes: z.record(z.string(), z.string()),
  status: z.enum(['FORCE_CHANGE_PASSWORD', 'CONFIRMED']),
  enabled: z.boolean(),
  created: time,
  modified: time,
  groups: z.array(z.string()),
  /** Salted scrypt; null for a user who only signs in by e-mailed code. */
  password: z.string().nullable(),
  passwordSet: time,
  /** The verified authenticator; stays when the preference is switched off. */
  totp: totpSchema.nullable(),
  /** A secret handed out and not yet proven by a first code. */
  pendingTotp: z.string().nullable(),
  mfa: z.object({ enabled: z.boolean(), preferred: z.boolean() }),
});

/** A challenge under way, keyed by the hash of its session string. */
const sessionSchema = z.object({
  challenge: z.enum(['NEW_PASSWORD_REQUIRED', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'MFA_SETUP']),
  /** Null for the make-believe challenge an unknown e-mail address is given. */
  sub: z.string().nullable(),
  username: z.string(),
  codeHash: z.string().nullable(),
  attempts: z.number(),
  expires: time,
  /** MFA_SETUP only: the new authenticator has been proven. */
  verified: z.boolean(),
});

/** One sign-in; every token made from it carries its key as `origin_jti` and dies with it. */
const familySchema = z.object({ sub: z.string(), authTime: time, expires: time });

const refreshSchema = z.object({ family: z.string(), rotated: time.nullable(), expires: time });

const lockoutSchema = z.object({ failures: z.number(), until: time, last: time });

const resetSchema = z.object({
  sub: z.string().nullable(),
  codeHash: z.string(),
  attempts: z.number(),
  expires: time,
});

const jwkSchema = z.looseObject({ kty: z.string() });

const poolSchema = z.object({
  key: z.object({ kid: z.string(), privateKey: jwkSchema, publicKey: jwkSchema }),
  users: z.record(z.string(), userSchema),
  sessions: z.record(z.string(), sessionSchema),
  families: z.record(z.string(), familySchema),
  refreshTokens: z.record(z.string(), refreshSchema),
  lockouts: z.record(z.string(), lockoutSchema),
  resets: z.record(z.string(), resetSchema),
});

/** The shape of the data file; reading it checks it, so that a damaged file stops the start, not a sign-in. */
export const stateSchema = z.object({ version: z.literal(1), pools: z.record(z.string(), poolSchema) });

export type State = z.infer<typeof stateSchema>;
export type PoolState = z.infer<typeof poolSchema>;
export type User = z.infer<typeof userSchema>;
export type Session = z.infer<typeof sessionSchema>;

/** An expired code is remembered this long, so that entering it says "expired" and not "unknown". */
const REMEMBER_EXPIRED = 15 * 60_000;
/** Cognito forgets wrong passwords after this long without an attempt. */
const FORGET_FAILURES = 15 * 60_000;

function prune<T>(record: Record<string, T>, gone: (value: T) => boolean): void {
  for (const [key, value] of Object.entries(record)) if (gone(value)) delete record[key];
}

/** Drops what time has made meaningless, so that the data file does not grow for ever. */
export function sweep(pool: PoolState, now: number): void {
  prune(pool.sessions, (session) => session.expires + REMEMBER_EXPIRED <= now);
  prune(pool.resets, (reset) => reset.expires + REMEMBER_EXPIRED <= now);
  prune(pool.families, (family) => family.expires <= now);
  prune(pool.refreshTokens, (token) => token.expires <= now);
  prune(pool.lockouts, (lockout) => Math.max(lockout.until, lockout.last) + FORGET_FAILURES <= now);
}
