import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  GetTokensFromRefreshTokenCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { opened, sealed, secretHash } from '#cloud/client-secret.ts';
import { staffIdentity } from '#cloud/staff-identity.ts';
import {
  answerTotp,
  contact,
  GOOD,
  hashFor,
  logIn,
  MAIL,
  MINUTE,
  mailedCode,
  named,
  PORTAL,
  refused,
  renew,
  STAFF,
  secretOf,
  staff,
  usePools,
  withAuthenticator,
  world,
} from '#tests/infra/cognito-pools.ts';

usePools();

const missing = (client: string) =>
  refused(`Client ${client} is configured with secret but SECRET_HASH was not received`);
const wrong = (client: string) => refused(`SecretHash does not match for the client: ${client}`);
const { ClientId } = STAFF;

describe('the emulator lets nobody in by the id of the client alone', () => {
  test.each([
    [STAFF, 'ADMIN_USER_PASSWORD_AUTH', { PASSWORD: GOOD }],
    [PORTAL, 'USER_AUTH', { PREFERRED_CHALLENGE: 'EMAIL_OTP' }],
  ] as const)('beginning in %j', async (target, AuthFlow, parameters) => {
    await Promise.all([staff(), contact()]);
    const begin = (more: Record<string, string>) => {
      const AuthParameters = { USERNAME: MAIL, ...parameters, ...more };
      return world().client.send(new AdminInitiateAuthCommand({ ...target, AuthFlow, AuthParameters }));
    };
    await expect(begin({})).rejects.toEqual(missing(target.ClientId));
    for (const SECRET_HASH of [hashFor('someone@else.example', target), secretOf(target.ClientId), 'x'])
      await expect(begin({ SECRET_HASH })).rejects.toEqual(wrong(target.ClientId));
    expect(world().mails).toEqual([]);
    const { Session, AuthenticationResult } = await begin({ SECRET_HASH: hashFor(MAIL, target) });
    expect(Session ?? AuthenticationResult).toBeDefined();
  });

  test('answering, where hash and name must be of one spelling', async () => {
    await withAuthenticator();
    world().now += MINUTE;
    const { Session, ChallengeParameters } = await logIn();
    const sub = ChallengeParameters?.USER_ID_FOR_SRP ?? '';
    const respond = (USERNAME: string, more: Record<string, string>) =>
      world().client.send(
        new AdminRespondToAuthChallengeCommand({
          ...STAFF,
          ChallengeName: 'SOFTWARE_TOKEN_MFA',
          Session,
          ChallengeResponses: { USERNAME, SOFTWARE_TOKEN_MFA_CODE: '000000', ...more },
        }),
      );
    await expect(respond(MAIL, {})).rejects.toEqual(missing(ClientId));
    await expect(respond(sub, { SECRET_HASH: hashFor(MAIL) })).rejects.toEqual(wrong(ClientId));
    await expect(respond(MAIL, { SECRET_HASH: hashFor(sub) })).rejects.toEqual(wrong(ClientId));
    // None of these was an attempt at the code.
    for (const _ of [1, 2, 3])
      await expect(respond(sub, { SECRET_HASH: hashFor(sub) })).rejects.toEqual(
        named('CodeMismatchException'),
      );
    await expect(answerTotp(Session, '000000')).rejects.toEqual(refused());
  });

  test('forgetting and resetting a password', async () => {
    await staff();
    const user = { ClientId, Username: MAIL };
    const forgot = (SecretHash?: string) =>
      world().client.send(new ForgotPasswordCommand({ ...user, SecretHash }));
    await expect(forgot()).rejects.toEqual(missing(ClientId));
    await expect(forgot('x')).rejects.toEqual(wrong(ClientId));
    expect(world().mails).toEqual([]);
    await forgot(hashFor(MAIL));
    const reset = { ...user, ConfirmationCode: mailedCode(), Password: `${GOOD}x` };
    const confirm = (SecretHash?: string) =>
      world().client.send(new ConfirmForgotPasswordCommand({ ...reset, SecretHash }));
    await expect(confirm()).rejects.toEqual(missing(ClientId));
    await expect(confirm('x')).rejects.toEqual(wrong(ClientId));
    await confirm(hashFor(MAIL));
  });

  test('refreshing and revoking, which take the secret itself', async () => {
    await staff();
    const { RefreshToken } = (await logIn()).AuthenticationResult ?? {};
    for (const ClientSecret of [undefined, 'x', hashFor(MAIL)]) {
      const again = new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken, ClientSecret });
      await expect(world().client.send(again)).rejects.toEqual(refused());
      const revoke = new RevokeTokenCommand({ ClientId, Token: RefreshToken, ClientSecret });
      await expect(world().client.send(revoke)).rejects.toEqual(named('UnauthorizedException'));
    }
    expect((await renew(RefreshToken)).AuthenticationResult).toBeDefined();
  });
});

describe('the adapter', () => {
  const pool = { poolId: STAFF.UserPoolId, clientId: ClientId, clientSecret: secretOf(ClientId) };
  const before = { ...process.env };
  beforeEach(() => {
    Object.assign(process.env, {
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: `http://127.0.0.1:${world().port}`,
    });
  });
  afterEach(() => {
    process.env = { ...before };
  });

  test('makes the hash as Cognito’s manual does', () => {
    expect(secretHash({ poolId: '', clientId: 'client', clientSecret: 'secret' }, 'username')).toBe(
      '3eHghirMWj+WOzL87OR6YliFJS5uVrSiiHMDAKYvIlQ=',
    );
  });

  test('signs in, refreshes and revokes with the secret, and does none of it without', async () => {
    await staff();
    const { signIn, refresh, revoke, forgot } = staffIdentity(pool);
    const tokens = await signIn(MAIL, GOOD);
    if (!('refreshToken' in tokens)) throw new Error('a challenge');
    const next = await refresh(tokens.refreshToken);
    const stranger = staffIdentity({ ...pool, clientSecret: 'guess' });
    await expect(stranger.signIn(MAIL, GOOD)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(stranger.refresh(next.refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' });
    await stranger.forgot(MAIL);
    await stranger.revoke(next.refreshToken);
    expect(world().mails).toEqual([]);
    const last = await refresh(next.refreshToken);
    await revoke(last.refreshToken);
    await expect(refresh(last.refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' });
    await forgot(MAIL);
    expect(world().mails).toHaveLength(1);
  });

  test('answers a challenge under the name that the pool gave, for the address that asked', () => {
    const challenge = sealed('se.ss.ion', MAIL, { USER_ID_FOR_SRP: 'sub' });
    expect(opened(challenge, MAIL)).toEqual({ Session: 'se.ss.ion', username: 'sub' });
    expect(opened(challenge, 'other@a.example')).toEqual({
      Session: 'se.ss.ion',
      username: 'other@a.example',
    });
    expect(opened(sealed('session', MAIL, {}), MAIL)).toEqual({ Session: 'session', username: MAIL });
    for (const strange of ['', 'session', 'e30.session', `${Buffer.from('null').toString('base64url')}.x`])
      expect(() => opened(strange, MAIL)).toThrow(expect.objectContaining({ code: 'unauthenticated' }));
  });
});
