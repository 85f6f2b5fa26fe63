import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { UserId } from '#contracts/ids.ts';
import { asRateLimit, connect, type Pool } from './sessions.ts';
import { weakPassword } from './staff-identity.ts';

/** Makes people who can sign in; their temporary password is mailed by the pool. */
export interface StaffPeople {
  /** The new person's id, or null when the address is known already. */
  invite(email: string): Promise<UserId | null>;
  /** Takes an invitation back. */
  withdraw(email: string): Promise<void>;
  /** The id of an address that is known. */
  find(email: string): Promise<UserId | null>;
  /** A person without a password yet, whom nobody writes to. */
  create(email: string): Promise<UserId>;
  /** @throws {Refusal} `validation_failed` at `/password` for one that is too weak */
  setPassword(email: string, password: string): Promise<void>;
}

/** The people of the staff pool, by the rights of an administrator. */
export function staffPeople({ poolId: UserPoolId }: Pick<Pool, 'poolId'>): StaffPeople {
  const cognito = connect();
  const subOf = (attributes: { Name?: string | undefined; Value?: string | undefined }[] | undefined) =>
    UserId.parse(attributes?.find(({ Name }) => Name === 'sub')?.Value);
  const make = async (email: string, silently: boolean) => {
    const UserAttributes = [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ];
    const command = new AdminCreateUserCommand({
      UserPoolId,
      Username: email,
      UserAttributes,
      ...(silently && { MessageAction: 'SUPPRESS' }),
    });
    return subOf((await cognito.send(command)).User?.Attributes);
  };
  return {
    async invite(email) {
      try {
        return await make(email, false);
      } catch (error) {
        if (error instanceof UsernameExistsException) return null;
        throw asRateLimit(error);
      }
    },
    async withdraw(email) {
      await cognito.send(new AdminDeleteUserCommand({ UserPoolId, Username: email }));
    },
    async find(email) {
      try {
        const { UserAttributes } = await cognito.send(
          new AdminGetUserCommand({ UserPoolId, Username: email }),
        );
        return subOf(UserAttributes);
      } catch (error) {
        if (error instanceof UserNotFoundException) return null;
        throw asRateLimit(error);
      }
    },
    create: (email) => make(email, true),
    async setPassword(email, Password) {
      const command = { UserPoolId, Username: email, Password, Permanent: true };
      await cognito.send(new AdminSetUserPasswordCommand(command)).catch(weakPassword);
    },
  };
}
