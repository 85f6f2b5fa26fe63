import {
  type AuthenticationResultType,
  CodeMismatchException,
  CognitoIdentityProviderClient,
  ExpiredCodeException,
  GetTokensFromRefreshTokenCommand,
  LimitExceededException,
  NotAuthorizedException,
  RefreshTokenReuseException,
  RevokeTokenCommand,
  TooManyRequestsException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { Refusal } from '#contracts/errors.ts';

/** Tokens of a signed-in person. */
export interface Tokens {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
  refreshToken: string;
}

/** What a session can do, whichever pool it is of. */
export interface Sessions {
  /** Rotates the refresh token. @throws {Refusal} `unauthenticated` */
  refresh(refreshToken: string): Promise<Tokens>;
  /** Ends the session; an unknown token is no error. */
  revoke(refreshToken: string): Promise<void>;
}

/** One user pool with the app client that signs people in. */
export interface Pool {
  poolId: string;
  clientId: string;
  clientSecret: string;
}

/** Region, credentials and endpoint come from the environment. */
export const connect = () => new CognitoIdentityProviderClient({ maxAttempts: 3 });

export function sessions(
  cognito: CognitoIdentityProviderClient,
  { clientId: ClientId, clientSecret: ClientSecret }: Pool,
): Sessions {
  const client = { ClientId, ClientSecret };
  return {
    refresh: (RefreshToken) =>
      refusing(async () => {
        const { AuthenticationResult } = await cognito.send(
          new GetTokensFromRefreshTokenCommand({ ...client, RefreshToken }),
        );
        return tokens(AuthenticationResult);
      }),
    async revoke(Token) {
      await cognito.send(new RevokeTokenCommand({ ...client, Token })).catch(() => undefined);
    },
  };
}

export function tokens(result: AuthenticationResultType | undefined): Tokens {
  const { AccessToken, ExpiresIn, RefreshToken } = result ?? {};
  if (!AccessToken || !ExpiresIn || !RefreshToken) {
    throw new Refusal('unauthenticated', {
      internal: 'the pool asks for a challenge that this flow does not answer',
    });
  }
  return { accessToken: AccessToken, expiresIn: ExpiresIn, refreshToken: RefreshToken };
}

/** What the pool calls a wrong password or code, an unknown, disabled or locked person, a used or revoked token. */
const wrong = [
  NotAuthorizedException,
  UserNotFoundException,
  RefreshTokenReuseException,
  CodeMismatchException,
  ExpiredCodeException,
] as const;

/** One answer for all of them: which it was is nobody's business. */
export async function refusing<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (wrong.some((kind) => error instanceof kind)) {
      throw new Refusal('unauthenticated', { internal: (error as Error).message });
    }
    if (error instanceof TooManyRequestsException)
      throw new Refusal('rate_limited', { retryAfterSeconds: 5 });
    throw error;
  }
}

/** The pool's own limits become ours; any other error stays what it is. */
export const asRateLimit = (error: unknown): unknown =>
  error instanceof TooManyRequestsException || error instanceof LimitExceededException
    ? new Refusal('rate_limited', { retryAfterSeconds: 30 })
    : error;
