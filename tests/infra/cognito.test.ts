import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserMFAPreferenceCommand,
  AssociateSoftwareTokenCommand,
  ChangePasswordCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { totpCode } from '#infra/local/cognito/totp.ts';
import {
  answer,
  answerCode,
  answerTotp,
  askCode,
  contact,
  GOOD,
  inPool,
  logIn,
  MAIL,
  MINUTE,
  mailedCode,
  named,
  PORTAL,
  refused,
  renew,
  STAFF,
  staff,
  UNKNOWN,
  usePools,
  withAuthenticator,
  world,
  wrongCode,
} from '#tests/infra/cognito-pools.ts';

usePools();

test('codes of the authenticator are those of RFC 6238', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const codes = [59, 1111111109, 20000000000].map((seconds) => totpCode(secret, seconds * 1000));
  expect(codes).toEqual(['287082', '081804', '353130']);
});

describe('staff', () => {
  test('an invited user changes the temporary password and gets tokens of its pool', async () => {
    const created = await world().client.send(new AdminCreateUserCommand({ ...inPool(STAFF) }));
    expect(created.User).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true });
    const temporary = world().mails[0]?.text.split(' ').at(-1);
    const duplicate = new AdminCreateUserCommand(inPool(STAFF, MAIL.toUpperCase()));
    await expect(world().client.send(duplicate)).rejects.toEqual(named('UsernameExistsException'));
    await world().client.send(new AdminAddUserToGroupCommand({ ...inPool(STAFF), GroupName: 'operators' }));

    const { ChallengeName, Session } = await logIn(temporary, MAIL.toLowerCase());
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    const weak = answer(STAFF, 'NEW_PASSWORD_REQUIRED', Session, { NEW_PASSWORD: 'too-weak' });
    await expect(weak).rejects.toEqual(named('InvalidPasswordException'));
    const other = answer(STAFF, 'NEW_PASSWORD_REQUIRED', Session, { NEW_PASSWORD: GOOD, USERNAME: UNKNOWN });
    await expect(other).rejects.toEqual(refused());
    const done = await answer(STAFF, 'NEW_PASSWORD_REQUIRED', Session, { NEW_PASSWORD: GOOD });
    const { AccessToken = '', IdToken = '', ExpiresIn } = done.AuthenticationResult ?? {};
    expect(ExpiresIn).toBe(900);
    await expect(answer(STAFF, 'NEW_PASSWORD_REQUIRED', Session, { NEW_PASSWORD: GOOD })).rejects.toEqual(
      refused(),
    );

    const issuer = world().cognito.issuer(STAFF.UserPoolId);
    const options = { issuer, currentDate: new Date(world().now) };
    const { payload } = await jwtVerify(
      AccessToken,
      createLocalJWKSet(world().cognito.jwks(STAFF.UserPoolId)),
      options,
    );
    expect(payload).toMatchObject({
      sub: created.User?.Username,
      username: created.User?.Username,
      client_id: STAFF.ClientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      'cognito:groups': ['operators'],
      exp: world().now / 1000 + 900,
    });
    expect(decodeJwt(IdToken)).toMatchObject({ aud: STAFF.ClientId, email: MAIL, token_use: 'id' });
    const foreign = createLocalJWKSet(world().cognito.jwks(PORTAL.UserPoolId));
    await expect(jwtVerify(AccessToken, foreign, options)).rejects.toThrow();
    const forged = await world().cognito.forge.sign(STAFF.UserPoolId, { iss: issuer, sub: 'anyone' });
    await jwtVerify(forged, createLocalJWKSet(world().cognito.jwks(STAFF.UserPoolId)), options);
  });

  test('a temporary password ends after a week, a challenge after three minutes', async () => {
    await world().client.send(new AdminCreateUserCommand({ ...inPool(STAFF), TemporaryPassword: GOOD }));
    const { Session } = await logIn();
    world().now += 3 * MINUTE;
    const late = answer(STAFF, 'NEW_PASSWORD_REQUIRED', Session, { NEW_PASSWORD: GOOD });
    await expect(late).rejects.toEqual(refused('Invalid session for the user, session is expired.'));
    world().now += 7 * 24 * 60 * MINUTE;
    await expect(logIn()).rejects.toEqual(refused(expect.stringContaining('expired')));
  });

  test('a wrong name and a wrong password look alike and lock alike', async () => {
    await staff();
    for (const name of [MAIL, UNKNOWN]) {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await expect(logIn('wrong', name)).rejects.toEqual(refused('Incorrect username or password.'));
      }
      await expect(logIn(GOOD, name)).rejects.toEqual(refused('Password attempts exceeded'));
    }
    world().now += 1000;
    await expect(logIn('wrong')).rejects.toEqual(refused('Incorrect username or password.'));
    world().now += 1000;
    await expect(logIn()).rejects.toEqual(refused('Password attempts exceeded'));
    world().now += 1000;
    expect((await logIn()).AuthenticationResult).toBeDefined();
  });

  test('a disabled user is kept out everywhere, also after being enabled again', async () => {
    await staff();
    const { RefreshToken, AccessToken } = (await logIn()).AuthenticationResult ?? {};
    await world().client.send(new AdminDisableUserCommand(inPool(STAFF)));
    await expect(logIn()).rejects.toEqual(refused('User is disabled.'));
    await expect(renew(RefreshToken)).rejects.toEqual(refused());
    await world().client.send(new AdminEnableUserCommand(inPool(STAFF)));
    await expect(renew(RefreshToken)).rejects.toEqual(refused('Refresh Token has been revoked'));
    const change = { AccessToken, PreviousPassword: GOOD, ProposedPassword: `${GOOD}!` };
    await expect(world().client.send(new ChangePasswordCommand(change))).rejects.toEqual(refused());
  });
});

describe('authenticator', () => {
  test('asks for a code, takes each once, and gives up after three wrong ones', async () => {
    const secret = await withAuthenticator();
    const first = await logIn();
    expect(first).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' });
    expect(first.AuthenticationResult).toBeUndefined();
    await expect(answerTotp(first.Session, totpCode(secret, world().now))).rejects.toEqual(
      named('ExpiredCodeException'),
    );
    world().now += MINUTE;
    const fresh = totpCode(secret, world().now);
    const done = await answerTotp(first.Session, fresh);
    expect(done.AuthenticationResult?.AccessToken).toBeDefined();
    const second = await logIn();
    await expect(answerTotp(second.Session, fresh)).rejects.toEqual(named('ExpiredCodeException'));
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(answerTotp(second.Session, 'x')).rejects.toEqual(named('CodeMismatchException'));
    }
    await expect(answerTotp(second.Session, totpCode(secret, world().now + 30_000))).rejects.toEqual(
      refused(),
    );
    const SoftwareTokenMfaSettings = { Enabled: false };
    await world().client.send(
      new AdminSetUserMFAPreferenceCommand({ ...inPool(STAFF), SoftwareTokenMfaSettings }),
    );
    expect((await logIn()).AuthenticationResult).toBeDefined();
  });

  test('cannot be replaced by who knows the password alone, nor used in the portal', async () => {
    await withAuthenticator();
    const { Session } = await logIn();
    await expect(world().client.send(new AssociateSoftwareTokenCommand({ Session }))).rejects.toEqual(
      refused(),
    );
    await contact();
    const portal = await askCode();
    const AccessToken = (await answerCode(portal.Session, mailedCode())).AuthenticationResult?.AccessToken;
    const associate = world().client.send(new AssociateSoftwareTokenCommand({ AccessToken }));
    await expect(associate).rejects.toEqual(named('SoftwareTokenMFANotFoundException'));
  });

  test('is set up at sign-in where the pool demands one', async () => {
    const strict = { UserPoolId: 'local-1_strict', ClientId: 'strict-client' };
    await staff(strict);
    const asked = await logIn(GOOD, MAIL, strict);
    expect(asked.ChallengeName).toBe('MFA_SETUP');
    await expect(answer(strict, 'MFA_SETUP', asked.Session, {})).rejects.toEqual(refused());
    const associate = new AssociateSoftwareTokenCommand({ Session: asked.Session });
    const { Session, SecretCode = '' } = await world().client.send(associate);
    const UserCode = totpCode(SecretCode, world().now);
    const proven = await world().client.send(new VerifySoftwareTokenCommand({ Session, UserCode }));
    const done = await answer(strict, 'MFA_SETUP', proven.Session, {});
    expect(done.AuthenticationResult).toBeDefined();
    expect((await logIn(GOOD, MAIL, strict)).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  });
});

describe('portal', () => {
  test('a code signs in once; ten-minute tokens', async () => {
    expect((await contact()).User?.UserStatus).toBe('CONFIRMED');
    const { Session, ChallengeName, ChallengeParameters } = await askCode(MAIL.toLowerCase());
    expect(ChallengeName).toBe('EMAIL_OTP');
    expect(ChallengeParameters?.CODE_DELIVERY_DESTINATION).toBe('A***@k***');
    expect(world().mails.map(({ to }) => to)).toEqual([MAIL]);
    const done = await answerCode(Session, mailedCode());
    expect(done.AuthenticationResult?.ExpiresIn).toBe(600);
    await expect(answerCode(Session, mailedCode())).rejects.toEqual(refused());
  });

  test('three wrong codes spend a challenge, three minutes end it', async () => {
    await contact();
    const first = await askCode();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const wrong = answerCode(first.Session, wrongCode());
      await expect(wrong).rejects.toEqual(named('CodeMismatchException'));
    }
    await expect(answerCode(first.Session, mailedCode())).rejects.toEqual(refused());
    const second = await askCode();
    world().now += 3 * MINUTE;
    await expect(answerCode(second.Session, mailedCode())).rejects.toEqual(named('ExpiredCodeException'));
  });

  test('an unknown address gets a challenge that looks the same, and no mail', async () => {
    const { Session, ChallengeName } = await askCode(UNKNOWN);
    expect(ChallengeName).toBe('EMAIL_OTP');
    expect(world().mails).toEqual([]);
    const wrong = answerCode(Session, '123456', UNKNOWN);
    await expect(wrong).rejects.toEqual(named('CodeMismatchException'));
  });

  test('each pool knows its own flow, and none the refresh flow', async () => {
    await contact();
    await expect(logIn(GOOD, MAIL, PORTAL)).rejects.toEqual(named('InvalidParameterException'));
    const AuthParameters = { REFRESH_TOKEN: 'x' };
    const input = { ...STAFF, AuthFlow: 'REFRESH_TOKEN_AUTH' as const, AuthParameters };
    const old = world().client.send(new AdminInitiateAuthCommand(input));
    await expect(old).rejects.toEqual(named('InvalidParameterException'));
  });
});
