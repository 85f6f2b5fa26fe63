import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  NotAuthorizedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  asRateLimit,
  connect,
  type Pool,
  refusing,
  type Sessions,
  sessions,
  type Tokens,
  tokens,
} from './sessions.ts';

export interface PortalIdentity extends Sessions {
  /** Has a code mailed if the address is known, and answers a challenge in any case. */
  requestCode(email: string): Promise<string>;
  /** @throws {Refusal} `unauthenticated`, the same whatever was wrong */
  enterCode(email: string, code: string, challenge: string): Promise<Tokens>;
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
        throw asRateLimit(error);
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
