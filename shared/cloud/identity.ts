import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  type AuthenticationResultType,
  CodeMismatchException,
  CognitoIdentityProviderClient,
  ExpiredCodeException,
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

/** What a session can do, whichever pool it is of. */
export interface Sessions {
  /** Rotates the refresh token. @throws {Refusal} `unauthenticated` */
  refresh(refreshToken: string): Promise<Tokens>;
  /** Ends the session; an unknown token is no error. */
  revoke(refreshToken: string): Promise<void>;
}

export interface StaffIdentity extends Sessions {
  /** @throws {Refusal} `unauthenticated`, the same whatever was wrong */
  signIn(email: string, password: string): Promise<Tokens>;
}

export interface PortalIdentity extends Sessions {
  /** Has a code mailed if the address is known, and answers a challenge in any case. */
  requestCode(email: string): Promise<string>;
  /** @throws {Refusal} `unauthenticated`, the same whatever was wrong */
  enterCode(email: string, code: string, challenge: string): Promise<Tokens>;
}

/** One user pool with the app client that signs people in. */
export interface Pool {
  poolId: string;
  clientId: string;
}

/** The staff pool of Cognito; endpoint, region and credentials come from the environment. */
export function staffIdentity({ poolId, clientId }: Pool): StaffIdentity {
  const cognito = connect();
  return {
    ...sessions(cognito, clientId),
    signIn: (email, password) =>
      refusing(async () => {
        const { AuthenticationResult } = await cognito.send(
          new AdminInitiateAuthCommand({
            UserPoolId: poolId,
            ClientId: clientId,
            AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: email, PASSWORD: password },
          }),
        );
        return tokens(AuthenticationResult);
      }),
  };
}

/** The portal pool of Cognito: no passwords, a one-time code by mail. */
export function portalIdentity({ poolId, clientId }: Pool): PortalIdentity {
  const cognito = connect();
  const pool = { UserPoolId: poolId, ClientId: clientId };
  return {
    ...sessions(cognito, clientId),
    async requestCode(email) {
      const AuthParameters = { USERNAME: email, PREFERRED_CHALLENGE: 'EMAIL_OTP' };
      try {
        const command = new AdminInitiateAuthCommand({ ...pool, AuthFlow: 'USER_AUTH', AuthParameters });
        return (await cognito.send(command)).Session ?? NO_CHALLENGE;
      } catch (error) {
        // A disabled person gets the same answer as an unknown one: a challenge that no code opens.
        if (error instanceof NotAuthorizedException || error instanceof UserNotFoundException)
          return NO_CHALLENGE;
        if (error instanceof TooManyRequestsException)
          throw new Refusal('rate_limited', { retryAfterSeconds: 30 });
        throw error;
      }
    },
    enterCode: (email, code, Session) =>
      refusing(async () => {
        const ChallengeResponses = { USERNAME: email, EMAIL_OTP_CODE: code };
        const command = { ...pool, ChallengeName: 'EMAIL_OTP', ChallengeResponses, Session } as const;
        return tokens(
          (await cognito.send(new AdminRespondToAuthChallengeCommand(command))).AuthenticationResult,
        );
      }),
  };
}

const NO_CHALLENGE = 'x'.repeat(64);

const connect = () => new CognitoIdentityProviderClient({ maxAttempts: 3 });

const sessions = (cognito: CognitoIdentityProviderClient, ClientId: string): Sessions => ({
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
});

function tokens(result: AuthenticationResultType | undefined): Tokens {
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
async function refusing<T>(call: () => Promise<T>): Promise<T> {
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
