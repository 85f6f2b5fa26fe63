import { randomUUID } from 'node:crypto';
import {
  decodeJwt,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import { CognitoError } from './errors.ts';
import { type Context, issuerOf, type Pool, refuseDisabled } from './pool.ts';
import { digest, randomToken } from './secrets.ts';
import type { PoolState, User } from './state.ts';

const MINUTE = 60_000;
const REFRESH_VALIDITY = 30 * 24 * 60 * MINUTE;
/** RetryGracePeriodSeconds of the app clients: two tabs, or a retry, may use one refresh token twice. */
const GRACE = 60_000;
const SCOPE = 'aws.cognito.signin.user.admin';

/** Makes the pool's signing key, once in its life. */
export async function newPoolKey(): Promise<PoolState['key']> {
  const pair = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const kid = randomUUID();
  const describe = { kid, alg: 'RS256', use: 'sig' };
  const [privateKey, publicKey] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
  return {
    kid,
    privateKey: { ...privateKey, kty: 'RSA', ...describe },
    publicKey: { ...publicKey, kty: 'RSA', ...describe },
  };
}

/** Signs any claims with the pool's key, in the form of a Cognito token. */
export async function signClaims(pool: Pool, claims: JWTPayload): Promise<string> {
  const { kid, privateKey } = pool.state.key;
  return new SignJWT(claims)
    .setProtectedHeader({ kid, alg: 'RS256' })
    .sign(await importJWK(privateKey, 'RS256'));
}

export interface AuthenticationResult {
  AccessToken: string;
  IdToken: string;
  RefreshToken: string;
  ExpiresIn: number;
  TokenType: 'Bearer';
}

/** Id tokens carry the user's attributes, the verified flags as booleans. */
function attributeClaims(user: User): JWTPayload {
  const entries = Object.entries(user.attributes).map(([name, value]) => [
    name,
    name.endsWith('_verified') ? value === 'true' : value,
  ]);
  return Object.fromEntries(entries);
}

/** Issues the three tokens of one step of a sign-in; the new refresh token ends when the sign-in would have. */
async function issue(
  context: Context,
  pool: Pool,
  user: User,
  origin: string,
): Promise<AuthenticationResult> {
  const family = pool.state.families[origin];
  if (!family) throw new CognitoError('NotAuthorizedException', 'Refresh Token has been revoked');
  const lifetime = (pool.spec.kind === 'staff' ? 15 : 10) * 60;
  const issued = Math.floor(context.now / 1000);
  const shared: JWTPayload = {
    sub: user.sub,
    iss: issuerOf(pool.spec.id),
    origin_jti: origin,
    event_id: randomUUID(),
    auth_time: Math.floor(family.authTime / 1000),
    iat: issued,
    exp: issued + lifetime,
    ...(user.groups.length > 0 ? { 'cognito:groups': user.groups } : {}),
  };
  const access = {
    ...shared,
    client_id: pool.spec.clientId,
    token_use: 'access',
    scope: SCOPE,
    jti: randomUUID(),
    username: user.sub,
  };
  const id = {
    ...attributeClaims(user),
    ...shared,
    aud: pool.spec.clientId,
    token_use: 'id',
    jti: randomUUID(),
    'cognito:username': user.sub,
  };
  const RefreshToken = randomToken();
  pool.state.refreshTokens[digest(RefreshToken)] = { family: origin, rotated: null, expires: family.expires };
  const [AccessToken, IdToken] = await Promise.all([signClaims(pool, access), signClaims(pool, id)]);
  return { AccessToken, IdToken, RefreshToken, ExpiresIn: lifetime, TokenType: 'Bearer' };
}

/** Completes a sign-in. */
export async function signIn(context: Context, pool: Pool, user: User): Promise<AuthenticationResult> {
  const origin = randomUUID();
  const expires = context.now + REFRESH_VALIDITY;
  pool.state.families[origin] = { sub: user.sub, authTime: context.now, expires };
  return issue(context, pool, user, origin);
}

/**
 * Exchanges a refresh token for a new set. Throws RefreshTokenReuseException for a token exchanged longer ago
 * than the grace period, and NotAuthorizedException for one that is unknown, expired or revoked, or whose user
 * is disabled.
 */
export async function refresh(context: Context, pool: Pool, token: string): Promise<AuthenticationResult> {
  const record = pool.state.refreshTokens[digest(token)];
  if (!record) throw new CognitoError('NotAuthorizedException', 'Invalid Refresh Token.');
  const family = pool.state.families[record.family];
  const user = family && pool.state.users[family.sub];
  if (!user) throw new CognitoError('NotAuthorizedException', 'Refresh Token has been revoked');
  refuseDisabled(user);
  if (record.rotated !== null && context.now >= record.rotated + GRACE) {
    throw new CognitoError('RefreshTokenReuseException', 'Refresh token has been invalidated by rotation');
  }
  record.rotated ??= context.now;
  return issue(context, pool, user, record.family);
}

/** Ends the sign-in a refresh token belongs to. Unknown tokens are fine: there is nothing left to revoke. */
export function revoke(pool: Pool, token: string): void {
  if (token.split('.').length === 3) {
    throw new CognitoError('UnsupportedTokenTypeException', 'Unsupported token type');
  }
  const record = pool.state.refreshTokens[digest(token)];
  if (record) delete pool.state.families[record.family];
}

/**
 * Who an access token speaks for. Throws NotAuthorizedException for a forged, expired or revoked token, an id
 * token, or a disabled user.
 */
export async function bearer(context: Context, token: string): Promise<{ pool: Pool; user: User }> {
  const refused = (message: string) => new CognitoError('NotAuthorizedException', message);
  const { pool, claims } = await verified(context, token).catch((error: unknown) => {
    throw refused(error instanceof errors.JWTExpired ? 'Access Token has expired' : 'Invalid Access Token');
  });
  const mine =
    claims.token_use === 'access' && claims.client_id === pool.spec.clientId && claims.scope === SCOPE;
  if (!mine) throw refused('Invalid Access Token');
  const family = typeof claims.origin_jti === 'string' ? pool.state.families[claims.origin_jti] : undefined;
  const user = family && family.sub === claims.sub ? pool.state.users[family.sub] : undefined;
  if (!user) throw refused('Access Token has been revoked');
  refuseDisabled(user);
  return { pool, user };
}

async function verified(context: Context, token: string): Promise<{ pool: Pool; claims: JWTPayload }> {
  const named = decodeJwt(token).iss;
  const pool = context.pools.find((candidate) => issuerOf(candidate.spec.id) === named);
  if (!pool) throw new Error('The token is of no pool here.');
  const key = await importJWK(pool.state.key.publicKey, 'RS256');
  const currentDate = new Date(context.now);
  return { pool, claims: (await jwtVerify(token, key, { algorithms: ['RS256'], currentDate })).payload };
}
