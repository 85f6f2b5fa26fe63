/** Every error type this emulator answers with; the names are Cognito's, so the SDK maps them to classes. */
type ErrorType =
  | 'AliasExistsException'
  | 'CodeDeliveryFailureException'
  | 'CodeMismatchException'
  | 'EnableSoftwareTokenMFAException'
  | 'ExpiredCodeException'
  | 'InternalErrorException'
  | 'InvalidParameterException'
  | 'InvalidPasswordException'
  | 'LimitExceededException'
  | 'MissingAuthenticationTokenException'
  | 'NotAuthorizedException'
  | 'RefreshTokenReuseException'
  | 'ResourceNotFoundException'
  | 'SerializationException'
  | 'SoftwareTokenMFANotFoundException'
  | 'UnauthorizedException'
  | 'UnknownOperationException'
  | 'UnsupportedTokenTypeException'
  | 'UnsupportedUserStateException'
  | 'UserNotFoundException'
  | 'UsernameExistsException';

/** An answer of the service that is not a success: HTTP 400 (500 for InternalErrorException). */
export class CognitoError extends Error {
  readonly type: ErrorType;

  constructor(type: ErrorType, message: string) {
    super(message);
    this.name = type;
    this.type = type;
  }
}

/** The one answer to a wrong name and to a wrong password, so that neither tells whether an account exists. */
export const wrongPassword = (): CognitoError =>
  new CognitoError('NotAuthorizedException', 'Incorrect username or password.');

/** The answer to a session string that is unknown, spent or of another user. */
export const invalidSession = (): CognitoError =>
  new CognitoError('NotAuthorizedException', 'Invalid session for the user.');

/** The answer to an invalid parameter. */
export const invalid = (message: string): CognitoError =>
  new CognitoError('InvalidParameterException', message);
