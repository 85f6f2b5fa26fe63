import { beforeAll, describe, expect, test } from 'vitest';
import { staffAuth } from '#contracts/routes/staff-auth.ts';
import { staffMe } from '#contracts/routes/staff-me.ts';
import { bearer, givenPerson, givenWorkspace, password, type SignedIn, send } from '../support/given.ts';

let mara: SignedIn;
beforeAll(async () => {
  mara = await givenPerson();
});

const signIn = (email: string, secret: string) =>
  send('POST', staffAuth.signIn.path, { body: { email, password: secret } });
const cookieOf = ({ headers }: { headers: Record<string, unknown> }) => String(headers['set-cookie']);
const refresh = (cookie: string, headers = {}) =>
  send('POST', staffAuth.refresh.path, { headers: { cookie: cookie.split(';')[0] ?? '', ...headers } });

describe('signing in', () => {
  test('answers an access token and sets a cookie that scripts and other sites cannot reach', async () => {
    const answer = await signIn(mara.person.email, password);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ accessToken: expect.any(String), expiresIn: 900 });
    expect(cookieOf(answer)).toMatch(
      /^__Host-foyer-staff=[^;]+; Max-Age=\d+; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.text).not.toContain('refresh');
  });

  test('ATK-37 a wrong password and an unknown address answer the same body', async () => {
    const [wrong, unknown] = await Promise.all([
      signIn(mara.person.email, 'Wrong-horse-9!'),
      signIn('nobody@example.test', password),
    ]);
    expect(wrong.status).toBe(401);
    expect({ ...wrong.json, traceId: '' }).toEqual({ ...unknown.json, traceId: '' });
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  test('ATK-31 from another site is refused', async () => {
    const body = { email: mara.person.email, password };
    const { status } = await send('POST', staffAuth.signIn.path, {
      body,
      headers: { origin: 'https://evil.example' },
    });
    expect(status).toBe(403);
  });
});

describe('the refresh cookie', () => {
  test('rotates and brings a new access token', async () => {
    const first = cookieOf(await signIn(mara.person.email, password));
    const answer = await refresh(first);
    expect(answer.status).toBe(200);
    expect(cookieOf(answer)).not.toBe(first);
    expect(
      (await send('GET', staffMe.get.path, { headers: bearer(answer.json.accessToken) })).status,
    ).not.toBe(403);
  });

  test('is worth nothing after signing out', async () => {
    const cookie = cookieOf(await signIn(mara.person.email, password));
    const out = await send('POST', staffAuth.signOut.path, {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    });
    expect(out.status).toBe(204);
    expect(cookieOf(out)).toContain('Max-Age=0');
    expect((await refresh(cookie)).status).toBe(401);
  });

  test('made up is 401; absent is no error, as every first visit asks', async () => {
    expect((await refresh('__Host-foyer-staff=made-up')).status).toBe(401);
    const { status, json, headers } = await send('POST', staffAuth.refresh.path);
    expect([status, json, headers['set-cookie']]).toEqual([200, null, undefined]);
  });
});

describe('ATK-1 the token', () => {
  const me = (headers: Record<string, string>) => send('GET', staffMe.get.path, { headers });

  test.each([
    ['absent', {}],
    ['empty', { authorization: '' }],
    ['null', { authorization: 'Bearer null' }],
    ['of another scheme', { authorization: 'Basic abc' }],
    ['no token at all', { authorization: 'Bearer a.b.c' }],
  ])('%s is 401', async (_, headers) => {
    const { status, json } = await me(headers as Record<string, string>);
    expect([status, json.code]).toEqual([401, 'unauthenticated']);
  });

  test('ATK-2 forged is 401: another signature, no algorithm, another key', async () => {
    const [header = '', payload = '', signature = ''] = mara.token.split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const other = Buffer.from(
      JSON.stringify({
        ...JSON.parse(Buffer.from(payload, 'base64url').toString()),
        sub: crypto.randomUUID(),
      }),
    ).toString('base64url');
    for (const forged of [
      `${none}.${payload}.x`,
      `${header}.${other}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
    ]) {
      expect((await me(bearer(forged))).status).toBe(401);
    }
  });
});

test('me names the person and exactly the workspaces he is a member of', async () => {
  const given = await givenWorkspace();
  await givenWorkspace();
  const { data } = await given.api.staffMe.get({});
  expect(data?.user).toEqual({ id: given.person.userId, email: given.person.email, name: given.person.name });
  expect(data?.workspaces.map(({ id, role }) => [id, role])).toEqual([[given.workspaceId, 'owner']]);
  expect(data?.workspaces[0]?.permissions).toContain('clients.create');
});

test('somebody the directory does not know is signed in nowhere', async () => {
  const lonely = await givenPerson();
  await expect(lonely.api.staffMe.get({})).rejects.toMatchObject({ status: 401 });
});

test('the front door cannot be passed by: a made-up origin header is replaced, not believed', async () => {
  const { status } = await send('GET', staffMe.get.path, {
    headers: { ...bearer(mara.token), 'x-foyer-host': 'evil', 'x-foyer-origin': 'guess' },
  });
  expect(status).not.toBe(403);
});
