import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  NotAuthorizedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { opened, sealed, secretHash } from './client-secret.ts';
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
export function portalIdentity(of: Pool): PortalIdentity {
  const cognito = connect();
  const pool = { UserPoolId: of.poolId, ClientId: of.clientId };
  return {
    ...sessions(cognito, of),
    async requestCode(email) {
      const AuthParameters = {
        USERNAME: email,
        PREFERRED_CHALLENGE: 'EMAIL_OTP',
        SECRET_HASH: secretHash(of, email),
      };
      try {
        const command = new AdminInitiateAuthCommand({ ...pool, AuthFlow: 'USER_AUTH', AuthParameters });
        const { Session = NO_CHALLENGE, ChallengeParameters } = await cognito.send(command);
        return sealed(Session, email, ChallengeParameters);
      } catch (error) {
        // A disabled person gets the same answer as an unknown one: a challenge that no code opens.
        if (error instanceof NotAuthorizedException || error instanceof UserNotFoundException)
          return sealed(NO_CHALLENGE, email);
        throw asRateLimit(error);
      }
    },
    enterCode: (email, code, challenge) =>
      refusing(async () => {
        const { Session, username } = opened(challenge, email);
        const ChallengeResponses = {
          USERNAME: username,
          EMAIL_OTP_CODE: code,
          SECRET_HASH: secretHash(of, username),
        };
        const command = { ...pool, ChallengeName: 'EMAIL_OTP', ChallengeResponses, Session } as const;
        return tokens(
          (await cognito.send(new AdminRespondToAuthChallengeCommand(command))).AuthenticationResult,
        );
      }),
  };
}

const NO_CHALLENGE = 'x'.repeat(64);
