import { CognitoError } from './errors.ts';
import type { PoolState, User } from './state.ts';

/** One user pool with its one app client, as the deployment declares it. */
export interface PoolSpec {
  id: string;
  clientId: string;
  /** Of the app client: without it nobody signs in, whoever knows the client's id. */
  clientSecret: string;
  /** Staff sign in with a password and may add an authenticator; portal users with an e-mailed code only. */
  kind: 'staff' | 'portal';
  /** Whether every staff user must set up an authenticator at sign-in (`ON`); `OPTIONAL` unless told. */
  mfa?: 'OPTIONAL' | 'ON';
}

/** A pool as the operations see it: what was declared, and what it holds. */
export interface Pool {
  spec: PoolSpec;
  state: PoolState;
}

/** A message to hand over once the state is written. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** What one request works with. */
export interface Context {
  pools: readonly Pool[];
  /** The time of the request in milliseconds. */
  now: number;
  mail(mail: Mail): void;
}

/** The string in `iss` of every token of a pool; never fetched. */
export const issuerOf = (poolId: string): string => `https://cognito-idp.local.amazonaws.com/${poolId}`;

/** Finds a pool by its id, and holds a client id against it. Throws ResourceNotFoundException as Cognito does. */
export function poolById(context: Context, id: string, clientId?: string): Pool {
  const pool = context.pools.find((candidate) => candidate.spec.id === id);
  if (!pool) throw new CognitoError('ResourceNotFoundException', `User pool ${id} does not exist.`);
  if (clientId !== undefined && pool.spec.clientId !== clientId) throw noClient(clientId);
  return pool;
}

/** Finds the pool of an app client. Throws ResourceNotFoundException. */
export function poolByClient(context: Context, clientId: string): Pool {
  const pool = context.pools.find((candidate) => candidate.spec.clientId === clientId);
  if (!pool) throw noClient(clientId);
  return pool;
}

const noClient = (clientId: string): CognitoError =>
  new CognitoError('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);

/** Finds a user by e-mail address or sub, whatever the case of the letters. */
export function findUser(pool: Pool, username: string): User | undefined {
  const wanted = username.toLowerCase();
  if (Object.hasOwn(pool.state.users, wanted)) return pool.state.users[wanted];
  return Object.values(pool.state.users).find((user) => user.attributes.email?.toLowerCase() === wanted);
}

/** Finds a user for an operation of the administrator; throws UserNotFoundException. */
export function requireUser(pool: Pool, username: string): User {
  const user = findUser(pool, username);
  if (!user) throw new CognitoError('UserNotFoundException', 'User does not exist.');
  return user;
}

/** Throws NotAuthorizedException for a disabled user. */
export function refuseDisabled(user: User): void {
  if (!user.enabled) throw new CognitoError('NotAuthorizedException', 'User is disabled.');
}

/** Whether a code may be sent to the user's address. */
export const hasVerifiedEmail = (user: User): boolean => user.attributes.email_verified === 'true';

/** Ends every sign-in of a user: its refresh tokens, its access tokens, and challenges under way. */
export function endSignIns(pool: Pool, sub: string): void {
  for (const [key, family] of Object.entries(pool.state.families)) {
    if (family.sub === sub) delete pool.state.families[key];
  }
  for (const [key, session] of Object.entries(pool.state.sessions)) {
    if (session.sub === sub) delete pool.state.sessions[key];
  }
}
