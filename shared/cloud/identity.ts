import {
  AdminInitiateAuthCommand,
  type AuthenticationResultType,
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
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

export interface StaffIdentity {
  /** @throws {Refusal} `unauthenticated`, the same whatever was wrong */
  signIn(email: string, password: string): Promise<Tokens>;
  /** Rotates the refresh token. @throws {Refusal} `unauthenticated` */
  refresh(refreshToken: string): Promise<Tokens>;
  /** Ends the session; an unknown token is no error. */
  revoke(refreshToken: string): Promise<void>;
}

/** The staff pool of Cognito; endpoint, region and credentials come from the environment. */
export function staffIdentity(pool: { poolId: string; clientId: string }): StaffIdentity {
  const cognito = new CognitoIdentityProviderClient({ maxAttempts: 3 });
  const { clientId: ClientId, poolId: UserPoolId } = pool;
  return {
    signIn: (email, password) =>
      refusing(async () => {
        const { AuthenticationResult } = await cognito.send(
          new AdminInitiateAuthCommand({
            UserPoolId,
            ClientId,
            AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: email, PASSWORD: password },
          }),
        );
        return tokens(AuthenticationResult);
      }),
    refresh: (RefreshToken) =>
      refusing(async () => {
        const { AuthenticationResult } = await cognito.send(
          new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }),
        );
        return tokens(AuthenticationResult);
      }),
    async revoke(Token) {
      await cognito.send(new RevokeTokenCommand({ ClientId, Token })).catch(() => undefined);
    },
  };
}

function tokens(result: AuthenticationResultType | undefined): Tokens {
  const { AccessToken, ExpiresIn, RefreshToken } = result ?? {};
  if (!AccessToken || !ExpiresIn || !RefreshToken) {
    throw new Refusal('unauthenticated', {
      internal: 'the pool asks for a challenge that this flow does not answer',
    });
  }
  return { accessToken: AccessToken, expiresIn: ExpiresIn, refreshToken: RefreshToken };
}

/** One answer for a wrong password, an unknown, disabled or locked person, a used or revoked token. */
async function refusing<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const wrong =
      error instanceof NotAuthorizedException ||
      error instanceof UserNotFoundException ||
      error instanceof RefreshTokenReuseException;
    if (wrong) throw new Refusal('unauthenticated', { internal: error.message });
    if (error instanceof TooManyRequestsException)
      throw new Refusal('rate_limited', { retryAfterSeconds: 5 });
    throw error;
  }
}
