import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  type ChallengeNameType,
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, expect } from 'vitest';
import { type Cognito, type CognitoOptions, startCognito } from '#infra/local/cognito/server.ts';
import { totpCode } from '#infra/local/cognito/totp.ts';

export const STAFF = { UserPoolId: 'local-1_staff', ClientId: 'staff-client' };
export const PORTAL = { UserPoolId: 'local-1_portal', ClientId: 'portal-client' };
export const GOOD = 'Correct-horse-9';
export const MAIL = 'Ada@kanzlei.example';
export const UNKNOWN = 'nobody@kanzlei.example';
export const MINUTE = 60_000;

const pools: CognitoOptions['pools'] = [
  { id: STAFF.UserPoolId, clientId: STAFF.ClientId, clientSecret: 'staff-secret', kind: 'staff' },
  { id: PORTAL.UserPoolId, clientId: PORTAL.ClientId, clientSecret: 'portal-secret', kind: 'portal' },
  { id: 'local-1_strict', clientId: 'strict-client', clientSecret: 'strict', kind: 'staff', mfa: 'ON' },
];

export const secretOf = (ClientId: string) =>
  pools.find(({ clientId }) => clientId === ClientId)?.clientSecret ?? '';
/** What goes with a user name, made as the manual of Cognito says. */
export const hashFor = (username: string, { ClientId } = STAFF) =>
  createHmac('sha256', secretOf(ClientId)).update(`${username}${ClientId}`).digest('base64');

/** What the running test works with; `now` is the clock of the pools, moved by the tests themselves. */
interface World {
  now: number;
  mails: { to: string; text: string }[];
  cognito: Cognito;
  client: CognitoIdentityProviderClient;
  port: number;
  dataFile: string;
}

/** Starts the pools on a data file, and a client of the real SDK for them. */
async function start(world: Pick<World, 'now' | 'mails' | 'dataFile'>) {
  const { dataFile } = world;
  const deliver: CognitoOptions['deliver'] = (mail) => void world.mails.push(mail);
  const cognito = await startCognito({ dataFile, pools, deliver, now: () => world.now });
  const port = await cognito.listen();
  const client = new CognitoIdentityProviderClient({
    region: 'eu-central-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return { cognito, port, client };
}

/** Empty pools with their keys, made once a test file: making keys is what takes long. */
let pristine: string | undefined;

async function open(): Promise<World> {
  const dataFile = join(await mkdtemp(join(tmpdir(), 'cognito-')), 'pools.json');
  if (pristine !== undefined) await writeFile(dataFile, pristine);
  const world = { now: Date.UTC(2030, 0, 1), mails: [], dataFile };
  const opened: World = Object.assign(world, await start(world));
  pristine ??= await readFile(dataFile, 'utf8');
  return opened;
}

let current: World | undefined;

/** The pools of the running test. */
export function world(): World {
  if (!current) throw new Error('There are no pools outside of a test.');
  return current;
}

/** Gives every test of a file fresh pools. */
export function usePools(): void {
  beforeEach(async () => {
    current = await open();
  });
  afterEach(async () => {
    const { client, cognito, dataFile } = world();
    client.destroy();
    await cognito.close();
    await rm(dirname(dataFile), { recursive: true });
  });
}

/** Starts the pools again from their file, before the former ones are told to stop. */
export async function restart(): Promise<void> {
  const { client, cognito } = world();
  Object.assign(world(), await start(world()));
  client.destroy();
  await cognito.close();
}

export type Target = typeof STAFF;
export const inPool = ({ UserPoolId }: Target, Username = MAIL) => ({ UserPoolId, Username });
export const verified = [{ Name: 'email_verified', Value: 'true' }];

/** A staff user with a lasting password. */
export async function staff(target = STAFF): Promise<string> {
  const user = { ...inPool(target), UserAttributes: verified, MessageAction: 'SUPPRESS' as const };
  const { User } = await world().client.send(
    new AdminCreateUserCommand({ ...user, TemporaryPassword: GOOD }),
  );
  await world().client.send(
    new AdminSetUserPasswordCommand({ ...inPool(target), Password: GOOD, Permanent: true }),
  );
  return User?.Username ?? '';
}

export const contact = () =>
  world().client.send(new AdminCreateUserCommand({ ...inPool(PORTAL), UserAttributes: verified }));

export function logIn(PASSWORD = GOOD, USERNAME = MAIL, target = STAFF) {
  const AuthParameters = { USERNAME, PASSWORD, SECRET_HASH: hashFor(USERNAME, target) };
  const AuthFlow = 'ADMIN_USER_PASSWORD_AUTH';
  return world().client.send(new AdminInitiateAuthCommand({ ...target, AuthFlow, AuthParameters }));
}

export function askCode(USERNAME = MAIL) {
  const PREFERRED_CHALLENGE = 'EMAIL_OTP';
  const AuthParameters = { USERNAME, PREFERRED_CHALLENGE, SECRET_HASH: hashFor(USERNAME, PORTAL) };
  return world().client.send(
    new AdminInitiateAuthCommand({ ...PORTAL, AuthFlow: 'USER_AUTH', AuthParameters }),
  );
}

export function answer(
  target: Target,
  ChallengeName: ChallengeNameType,
  Session: string | undefined,
  responses: Record<string, string>,
) {
  const { USERNAME = MAIL } = responses;
  const ChallengeResponses = { USERNAME, SECRET_HASH: hashFor(USERNAME, target), ...responses };
  const input = { ...target, ChallengeName, Session, ChallengeResponses };
  return world().client.send(new AdminRespondToAuthChallengeCommand(input));
}

export const answerCode = (Session: string | undefined, EMAIL_OTP_CODE: string, USERNAME = MAIL) =>
  answer(PORTAL, 'EMAIL_OTP', Session, { EMAIL_OTP_CODE, USERNAME });
export const answerTotp = (Session: string | undefined, SOFTWARE_TOKEN_MFA_CODE: string) =>
  answer(STAFF, 'SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE });

export const renew = (RefreshToken: string | undefined, { ClientId } = STAFF) =>
  world().client.send(
    new GetTokensFromRefreshTokenCommand({ RefreshToken, ClientId, ClientSecret: secretOf(ClientId) }),
  );

export const mailedCode = () => /\b\d{6}\b/.exec(world().mails.at(-1)?.text ?? '')?.[0] ?? '';
export const wrongCode = () => (mailedCode() === '000000' ? '000001' : '000000');
export const named = (name: string, message?: string) =>
  expect.objectContaining(message === undefined ? { name } : { name, message });
export const refused = (message?: string) => named('NotAuthorizedException', message);

/** Signs in and sets up an authenticator; the first code is spent. */
export async function withAuthenticator(): Promise<string> {
  await staff();
  const AccessToken = (await logIn()).AuthenticationResult?.AccessToken;
  const { SecretCode = '' } = await world().client.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  const prefer = new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings });
  await expect(world().client.send(prefer)).rejects.toEqual(named('InvalidParameterException'));
  const wrong = new VerifySoftwareTokenCommand({ AccessToken, UserCode: 'abcdef' });
  await expect(world().client.send(wrong)).rejects.toEqual(named('EnableSoftwareTokenMFAException'));
  const UserCode = totpCode(SecretCode, world().now);
  expect(await world().client.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }))).toMatchObject({
    Status: 'SUCCESS',
  });
  await world().client.send(prefer);
  return SecretCode;
}
