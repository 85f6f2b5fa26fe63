import {
  AdminInitiateAuthCommand,
  type AdminInitiateAuthCommandOutput,
  AdminRespondToAuthChallengeCommand,
  AssociateSoftwareTokenCommand,
  CodeMismatchException,
  ConfirmForgotPasswordCommand,
  EnableSoftwareTokenMFAException,
  ExpiredCodeException,
  ForgotPasswordCommand,
  GetUserCommand,
  InvalidPasswordException,
  NotAuthorizedException,
  SetUserMFAPreferenceCommand,
  UserNotFoundException,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { invalidField } from '#contracts/errors.ts';
import type { StaffChallenge, StaffChallengeAnswer } from '#contracts/schemas/session.ts';
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

/** What the pool still asks, and what it wants to see again with the answer. */
export interface PendingChallenge extends StaffChallenge {
  session: string;
}

export interface StaffIdentity extends Sessions {
  /** @throws {Refusal} `unauthenticated`, the same whatever was wrong */
  signIn(email: string, password: string): Promise<Tokens | PendingChallenge>;
  /** @throws {Refusal} `unauthenticated`; `validation_failed` for a password that is too weak */
  answer(email: string, session: string, answer: StaffChallengeAnswer): Promise<Tokens | PendingChallenge>;
  /** Has a code mailed if the address is known; says nothing either way. */
  forgot(email: string): Promise<void>;
  /** @throws {Refusal} `validation_failed` for a wrong code or a weak password */
  reset(email: string, code: string, password: string): Promise<void>;
}

/** A person's own authenticator, by his own access token. */
export interface OwnTotp {
  /** Whose it is, and whether it is asked for at sign-in. */
  account(): Promise<{ email: string; enabled: boolean }>;
  begin(): Promise<string>;
  /** @throws {Refusal} `validation_failed` at `/code` */
  verify(code: string): Promise<void>;
  remove(): Promise<void>;
}

const challengeNames = { NEW_PASSWORD_REQUIRED: 'new_password', SOFTWARE_TOKEN_MFA: 'totp' } as const;
type PoolChallenge = keyof typeof challengeNames;

/** The staff pool of Cognito: password, then an authenticator for those who have set one up. */
export function staffIdentity(of: Pool): StaffIdentity {
  const cognito = connect();
  const pool = { UserPoolId: of.poolId, ClientId: of.clientId };
  /** What the operations take that need no right of ours: the person, and the proof that we ask. */
  const client = (email: string) => ({
    ClientId: of.clientId,
    Username: email,
    SecretHash: secretHash(of, email),
  });
  return {
    ...sessions(cognito, of),

    signIn: (email, password) =>
      refusing(async () => {
        const AuthParameters = {
          USERNAME: email,
          PASSWORD: password,
          SECRET_HASH: secretHash(of, email),
        };
        const command = { ...pool, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters } as const;
        return outcome(email, await cognito.send(new AdminInitiateAuthCommand(command)));
      }),

    answer: (email, challenge, given) =>
      refusing(async () => {
        const { Session, username } = opened(challenge, email);
        const [ChallengeName, response] =
          given.challenge === 'totp'
            ? (['SOFTWARE_TOKEN_MFA', { SOFTWARE_TOKEN_MFA_CODE: given.code }] as const)
            : (['NEW_PASSWORD_REQUIRED', { NEW_PASSWORD: given.password }] as const);
        const ChallengeResponses = {
          USERNAME: username,
          SECRET_HASH: secretHash(of, username),
          ...response,
        };
        const command = { ...pool, ChallengeName, ChallengeResponses, Session };
        return outcome(
          email,
          await cognito.send(new AdminRespondToAuthChallengeCommand(command)).catch(weakPassword),
        );
      }),

    async forgot(email) {
      try {
        await cognito.send(new ForgotPasswordCommand(client(email)));
      } catch (error) {
        // Disabled, unverified, or still with a temporary password: the asker learns none of it.
        if (!(error instanceof NotAuthorizedException || error instanceof UserNotFoundException))
          throw asRateLimit(error);
      }
    },

    async reset(email, code, password) {
      const command = { ...client(email), ConfirmationCode: code, Password: password };
      try {
        await cognito.send(new ConfirmForgotPasswordCommand(command)).catch(weakPassword);
      } catch (error) {
        const kinds = [
          CodeMismatchException,
          ExpiredCodeException,
          NotAuthorizedException,
          UserNotFoundException,
        ];
        throw kinds.some((kind) => error instanceof kind) ? wrongCode() : asRateLimit(error);
      }
    },
  };
}

function outcome(email: string, output: AdminInitiateAuthCommandOutput) {
  const { AuthenticationResult, ChallengeName, ChallengeParameters, Session } = output;
  if (Session && ChallengeName && Object.hasOwn(challengeNames, ChallengeName)) {
    const session = sealed(Session, email, ChallengeParameters);
    return { challenge: challengeNames[ChallengeName as PoolChallenge], session };
  }
  return tokens(AuthenticationResult);
}

/** @throws {Refusal} `validation_failed` at `/password`, naming the pool's policy */
export function weakPassword(error: unknown): never {
  if (!(error instanceof InvalidPasswordException)) throw error;
  const message = 'must have 10 characters or more, with capital and small letters, a digit and a symbol';
  throw invalidField('/password', 'weak_password', message);
}

const wrongCode = () => invalidField('/code', 'wrong_code', 'is not the code, or no longer');

export function ownTotp(AccessToken: string): OwnTotp {
  const cognito = connect();
  const prefer = (Enabled: boolean) =>
    cognito.send(
      new SetUserMFAPreferenceCommand({
        AccessToken,
        SoftwareTokenMfaSettings: { Enabled, PreferredMfa: Enabled },
      }),
    );
  return {
    account: () =>
      refusing(async () => {
        const { UserAttributes, UserMFASettingList } = await cognito.send(
          new GetUserCommand({ AccessToken }),
        );
        return {
          email: UserAttributes?.find(({ Name }) => Name === 'email')?.Value ?? '',
          enabled: UserMFASettingList?.includes('SOFTWARE_TOKEN_MFA') ?? false,
        };
      }),
    begin: () =>
      refusing(
        async () => (await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }))).SecretCode ?? '',
      ),
    verify: (UserCode) =>
      refusing(async () => {
        try {
          await cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
        } catch (error) {
          const isWrong =
            error instanceof EnableSoftwareTokenMFAException || error instanceof CodeMismatchException;
          throw isWrong ? wrongCode() : error;
        }
        await prefer(true);
      }),
    remove: () =>
      refusing(async () => {
        await prefer(false);
      }),
  };
}
