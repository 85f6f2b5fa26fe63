import { readFile } from 'node:fs/promises';
import {
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  DescribeUserPoolCommand,
  ForgotPasswordCommand,
  ListUsersCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  answerCode,
  askCode,
  contact,
  GOOD,
  hashFor,
  inPool,
  logIn,
  MAIL,
  MINUTE,
  mailedCode,
  named,
  PORTAL,
  refused,
  renew,
  restart,
  STAFF,
  secretOf,
  staff,
  UNKNOWN,
  usePools,
  world,
  wrongCode,
} from '#tests/infra/cognito-pools.ts';

usePools();

describe('refresh tokens', () => {
  test('rotate, with a minute of grace, within the life of the sign-in', async () => {
    await staff();
    const old = (await logIn()).AuthenticationResult;
    world().now += 14 * MINUTE;
    const next = (await renew(old?.RefreshToken)).AuthenticationResult;
    expect(next?.RefreshToken).not.toBe(old?.RefreshToken);
    expect(decodeJwt(next?.AccessToken ?? '')).toMatchObject({
      origin_jti: decodeJwt(old?.AccessToken ?? '').origin_jti,
      auth_time: world().now / 1000 - 14 * 60,
    });
    world().now += 59_000;
    expect((await renew(old?.RefreshToken)).AuthenticationResult).toBeDefined();
    world().now += 1000;
    await expect(renew(old?.RefreshToken)).rejects.toEqual(named('RefreshTokenReuseException'));
    await expect(renew(next?.RefreshToken, PORTAL)).rejects.toEqual(refused('Invalid Refresh Token.'));
    world().now += 30 * 24 * 60 * MINUTE - 15 * MINUTE;
    await expect(renew(next?.RefreshToken)).rejects.toEqual(refused());
  });

  test('end with the sign-in they belong to, or with all of them', async () => {
    await staff();
    const { ClientId } = STAFF;
    const tokens = async () => (await logIn()).AuthenticationResult?.RefreshToken;
    const [one, two] = [await tokens(), await tokens()];
    const rotated = (await renew(one)).AuthenticationResult?.RefreshToken;
    await world().client.send(
      new RevokeTokenCommand({ Token: rotated, ClientId, ClientSecret: secretOf(ClientId) }),
    );
    await expect(renew(one)).rejects.toEqual(refused('Refresh Token has been revoked'));
    expect((await renew(two)).AuthenticationResult).toBeDefined();
    await world().client.send(new AdminUserGlobalSignOutCommand(inPool(STAFF)));
    await expect(renew(two)).rejects.toEqual(refused('Refresh Token has been revoked'));
  });
});

describe('passwords', () => {
  const of = (Username: string) => ({ ClientId: STAFF.ClientId, Username, SecretHash: hashFor(Username) });
  const forgot = (Username: string) => world().client.send(new ForgotPasswordCommand(of(Username)));
  const confirm = (ConfirmationCode: string, Password: string, Username = MAIL) =>
    world().client.send(new ConfirmForgotPasswordCommand({ ...of(Username), ConfirmationCode, Password }));

  test('are reset with a mailed code', async () => {
    await staff();
    const { CodeDeliveryDetails } = await forgot(MAIL);
    expect(CodeDeliveryDetails).toEqual({
      AttributeName: 'email',
      DeliveryMedium: 'EMAIL',
      Destination: 'A***@k***',
    });
    await expect(confirm(mailedCode(), 'weak')).rejects.toEqual(named('InvalidPasswordException'));
    await expect(confirm(wrongCode(), `${GOOD}x`)).rejects.toEqual(named('CodeMismatchException'));
    await confirm(mailedCode(), `${GOOD}x`);
    await expect(confirm(mailedCode(), GOOD)).rejects.toEqual(named('ExpiredCodeException'));
    await expect(logIn()).rejects.toEqual(refused());
    expect((await logIn(`${GOOD}x`)).AuthenticationResult).toBeDefined();
  });

  test('of no one are reset in pretence only', async () => {
    expect((await forgot(UNKNOWN)).CodeDeliveryDetails?.Destination).toBe('n***@k***');
    expect(world().mails).toEqual([]);
    const wrong = confirm('123456', GOOD, UNKNOWN);
    await expect(wrong).rejects.toEqual(named('CodeMismatchException'));
  });

  test('are changed by who knows the present one', async () => {
    await staff();
    const AccessToken = (await logIn()).AuthenticationResult?.AccessToken;
    const change = (PreviousPassword: string, token = AccessToken) => {
      const input = { AccessToken: token, PreviousPassword, ProposedPassword: `${GOOD}x` };
      return world().client.send(new ChangePasswordCommand(input));
    };
    await expect(change('wrong')).rejects.toEqual(refused());
    await expect(change(GOOD, `${AccessToken}x`)).rejects.toEqual(refused('Invalid Access Token'));
    await change(GOOD);
    world().now += 15 * MINUTE;
    await expect(change(`${GOOD}x`)).rejects.toEqual(refused('Access Token has expired'));
  });
});

describe('administration', () => {
  test('reads, lists, alters and deletes users', async () => {
    const sub = await staff();
    const user = await world().client.send(new AdminGetUserCommand(inPool(STAFF, sub)));
    expect(user).toMatchObject({
      Username: sub,
      UserStatus: 'CONFIRMED',
      UserCreateDate: new Date(world().now),
    });
    const { UserPoolId } = STAFF;
    for (const Filter of [`email = "${MAIL}"`, `sub = "${sub}"`]) {
      const { Users } = await world().client.send(new ListUsersCommand({ UserPoolId, Filter }));
      expect(Users?.map(({ Username }) => Username)).toEqual([sub]);
    }
    const Filter = 'email = "x@y.example"';
    expect((await world().client.send(new ListUsersCommand({ UserPoolId, Filter }))).Users).toEqual([]);
    const update = (Name: string, Value: string) => {
      const input = { ...inPool(STAFF, sub), UserAttributes: [{ Name, Value }] };
      return world().client.send(new AdminUpdateUserAttributesCommand(input));
    };
    await expect(update('sub', 'x')).rejects.toEqual(named('InvalidParameterException'));
    await update('email', 'ada@new.example');
    const { UserAttributes } = await world().client.send(
      new AdminGetUserCommand(inPool(STAFF, 'ADA@new.example')),
    );
    expect(UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'false' });
    await world().client.send(new AdminDeleteUserCommand(inPool(STAFF, sub)));
    const gone = world().client.send(new AdminGetUserCommand(inPool(STAFF, sub)));
    await expect(gone).rejects.toEqual(named('UserNotFoundException'));
  });

  test('refuses strangers, wrong pools, sign-up and what it does not know', async () => {
    const call = (operation: string) =>
      fetch(`http://127.0.0.1:${world().port}/`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        },
        body: JSON.stringify(inPool(STAFF)),
      });
    const unsigned = await call('AdminGetUser');
    expect(unsigned.status).toBe(400);
    expect(unsigned.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    expect(await (await call('toString')).json()).toMatchObject({ __type: 'UnknownOperationException' });
    const unknown = world().client.send(new DescribeUserPoolCommand({ UserPoolId: STAFF.UserPoolId }));
    await expect(unknown).rejects.toEqual(named('UnknownOperationException'));
    const mixed = logIn(GOOD, MAIL, { ...STAFF, ClientId: PORTAL.ClientId });
    await expect(mixed).rejects.toEqual(named('ResourceNotFoundException'));
    const nowhere = world().client.send(new AdminGetUserCommand({ UserPoolId: 'local-1_x', Username: MAIL }));
    await expect(nowhere).rejects.toEqual(named('ResourceNotFoundException'));
    const signUp = new SignUpCommand({ ClientId: STAFF.ClientId, Username: MAIL, Password: GOOD });
    await expect(world().client.send(signUp)).rejects.toEqual(refused());
  });

  test('keeps everything answered across a restart, secrets only as hashes', async () => {
    await staff();
    const { RefreshToken = '' } = (await logIn()).AuthenticationResult ?? {};
    await contact();
    const { Session = '' } = await askCode();
    const keys = world().cognito.jwks(STAFF.UserPoolId);
    const stored = await readFile(world().dataFile, 'utf8');
    for (const secret of [GOOD, RefreshToken, Session, `"${mailedCode()}"`])
      expect(stored).not.toContain(secret);
    await restart();
    expect(world().cognito.jwks(STAFF.UserPoolId)).toEqual(keys);
    expect((await renew(RefreshToken)).AuthenticationResult).toBeDefined();
    expect((await answerCode(Session, mailedCode())).AuthenticationResult).toBeDefined();
  });
});
