import { adminRespondToAuthChallenge } from './answer.ts';
import {
  adminSetUserMfaPreference,
  associateSoftwareToken,
  setUserMfaPreference,
  verifySoftwareToken,
} from './authenticator.ts';
import type { Operation } from './operation.ts';
import { adminSetUserPassword, changePassword, confirmForgotPassword, forgotPassword } from './passwords.ts';
import { adminInitiateAuth } from './sign-in.ts';
import { getTokensFromRefreshToken, revokeToken, signUp } from './tokens.ts';
import {
  adminAddUserToGroup,
  adminCreateUser,
  adminDeleteUser,
  adminDisableUser,
  adminEnableUser,
  adminGetUser,
  adminUpdateUserAttributes,
  adminUserGlobalSignOut,
  getUser,
  listUsers,
} from './users.ts';

/** Everything the emulator answers, by the name in `X-Amz-Target`. */
const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    AdminAddUserToGroup: adminAddUserToGroup,
    AdminCreateUser: adminCreateUser,
    AdminDeleteUser: adminDeleteUser,
    AdminDisableUser: adminDisableUser,
    AdminEnableUser: adminEnableUser,
    AdminGetUser: adminGetUser,
    AdminInitiateAuth: adminInitiateAuth,
    AdminRespondToAuthChallenge: adminRespondToAuthChallenge,
    AdminSetUserMFAPreference: adminSetUserMfaPreference,
    AdminSetUserPassword: adminSetUserPassword,
    AdminUpdateUserAttributes: adminUpdateUserAttributes,
    AdminUserGlobalSignOut: adminUserGlobalSignOut,
    AssociateSoftwareToken: associateSoftwareToken,
    ChangePassword: changePassword,
    ConfirmForgotPassword: confirmForgotPassword,
    ForgotPassword: forgotPassword,
    GetUser: getUser,
    GetTokensFromRefreshToken: getTokensFromRefreshToken,
    ListUsers: listUsers,
    RevokeToken: revokeToken,
    SetUserMFAPreference: setUserMfaPreference,
    SignUp: signUp,
    VerifySoftwareToken: verifySoftwareToken,
  } satisfies Record<string, Operation>),
);

/** The operation an `X-Amz-Target` header names, if the emulator has it. */
export function findOperation(header: unknown): Operation | undefined {
  const [service, name] = typeof header === 'string' ? header.split('.') : [];
  return service === 'AWSCognitoIdentityProviderService' && name ? OPERATIONS.get(name) : undefined;
}
