import * as z from 'zod';
import { hasClientSecret } from '../client-secret.ts';
import { CognitoError } from '../errors.ts';
import { poolByClient } from '../pool.ts';
import { refresh, revoke } from '../tokens.ts';
import { ignored, operation, token } from './operation.ts';

const refreshInput = z.strictObject({
  RefreshToken: token,
  ClientId: z.string().min(1),
  ClientSecret: z.string().optional(),
  ClientMetadata: ignored.ClientMetadata,
});

/** Exchanges a refresh token; rotation is on, so the answer holds a new one. */
export const getTokensFromRefreshToken = operation(refreshInput, async (context, input) => {
  const pool = poolByClient(context, input.ClientId);
  if (!hasClientSecret(pool, input.ClientSecret)) {
    const message = `Unable to verify the secret of client ${input.ClientId}`;
    throw new CognitoError('NotAuthorizedException', message);
  }
  return { AuthenticationResult: await refresh(context, pool, input.RefreshToken) };
});

const revokeInput = z.strictObject({
  Token: token,
  ClientId: z.string().min(1),
  ClientSecret: z.string().optional(),
});

/** Signs out of one sign-in: its refresh tokens, rotated or not, and its access tokens. */
export const revokeToken = operation(revokeInput, (context, input) => {
  const pool = poolByClient(context, input.ClientId);
  // This operation documents no NotAuthorizedException.
  if (!hasClientSecret(pool, input.ClientSecret)) {
    const message = `Unable to verify the secret of client ${input.ClientId}`;
    throw new CognitoError('UnauthorizedException', message);
  }
  revoke(pool, input.Token);
  return {};
});

/** Accounts are made by invitation only. */
export const signUp = operation(z.looseObject({ ClientId: z.string() }), (context, input) => {
  poolByClient(context, input.ClientId);
  throw new CognitoError('NotAuthorizedException', 'SignUp is not permitted for this user pool');
});
