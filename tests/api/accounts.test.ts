import { describe, expect, test } from 'vitest';
import { staffAuth } from '#contracts/routes/staff-auth.ts';
import { staffSignUp } from '#contracts/routes/staff-sign-up.ts';
import { staffTotp } from '#contracts/routes/staff-totp.ts';
import { apiAs, bearer, givenPerson, password, send, unique } from '../support/given.ts';
import { cookiesOf, mailTo } from '../support/portal.ts';
import { newTotpCode } from '../support/totp.ts';

const post = (path: string, body?: object, headers: Record<string, string> = {}) =>
  send('POST', path, { body, headers });
const newPassword = 'Another-horse-8!';

describe('signing up', () => {
  test('mails a temporary password; the first sign-in asks for a new one, and then the workspace is there', async () => {
    const email = `${unique('founder')}@example.test`;
    const slug = unique('firm');
    const asked = await post(staffSignUp.create.path, {
      email,
      name: 'Fay Founder',
      workspace: { name: 'Firm', slug },
    });
    expect([asked.status, asked.json]).toEqual([202, { sent: true }]);
    const temporary = (await mailTo(email)).split('temporary password is ')[1]?.trim() ?? '';
    const first = await post(staffAuth.signIn.path, { email, password: temporary });
    expect(first.json).toEqual({ challenge: 'new_password' });
    const headers = { cookie: cookiesOf(first) };
    const weak = await post(
      staffAuth.answer.path,
      { challenge: 'new_password', password: 'only-small-letters' },
      headers,
    );
    expect([weak.status, weak.json.errors[0]]).toEqual([
      422,
      expect.objectContaining({ pointer: '/password', code: 'weak_password' }),
    ]);
    const second = await post(staffAuth.signIn.path, { email, password: temporary });
    const done = await post(
      staffAuth.answer.path,
      { challenge: 'new_password', password: newPassword },
      { cookie: cookiesOf(second) },
    );
    expect(done.json).toEqual({ accessToken: expect.any(String), expiresIn: 900 });
    const { data } = await apiAs(done.json.accessToken).staffMe.get({});
    expect(data).toMatchObject({
      user: { email, name: 'Fay Founder' },
      workspaces: [{ slug, name: 'Firm', role: 'owner' }],
    });
  });

  test('ATK-37 with a known address answers the same and makes nothing', async () => {
    const { person } = await givenPerson();
    const slug = unique('firm');
    const body = { email: person.email, name: 'Twin', workspace: { name: 'Twin', slug } };
    const { status, json } = await post(staffSignUp.create.path, body);
    expect([status, json]).toEqual([202, { sent: true }]);
    expect(await mailTo(person.email)).toBe('');
    const free = await post(staffSignUp.create.path, { ...body, email: `${unique('other')}@example.test` });
    expect(free.status).toBe(202);
  });

  test('with a taken slug, or one that is none, names the field', async () => {
    const slug = unique('firm');
    const body = { email: `${unique('a')}@example.test`, name: 'A', workspace: { name: 'A', slug } };
    await post(staffSignUp.create.path, body);
    const taken = await post(staffSignUp.create.path, { ...body, email: `${unique('b')}@example.test` });
    expect([taken.status, taken.json.errors[0]]).toEqual([
      422,
      expect.objectContaining({ pointer: '/workspace/slug', code: 'slug_taken' }),
    ]);
    const none = await post(staffSignUp.create.path, { ...body, workspace: { name: 'A', slug: 'No Slug#' } });
    expect([none.status, none.json.errors[0].pointer]).toEqual([422, '/workspace/slug']);
  });
});

describe('a forgotten password', () => {
  test('is replaced with the code from the mail, once', async () => {
    const { person } = await givenPerson();
    const asked = await post(staffAuth.forgot.path, { email: person.email });
    expect([asked.status, asked.json]).toEqual([202, { sent: true }]);
    const code = /\b(\d{6})\b/.exec(await mailTo(person.email))?.[1] ?? '';
    const wrong = await post(staffAuth.reset.path, {
      email: person.email,
      code: '000000',
      password: newPassword,
    });
    expect([wrong.status, wrong.json.errors[0]]).toEqual([
      422,
      expect.objectContaining({ pointer: '/code', code: 'wrong_code' }),
    ]);
    expect(
      (await post(staffAuth.reset.path, { email: person.email, code, password: newPassword })).status,
    ).toBe(204);
    expect((await post(staffAuth.signIn.path, { email: person.email, password })).status).toBe(401);
    expect((await post(staffAuth.signIn.path, { email: person.email, password: newPassword })).status).toBe(
      200,
    );
    expect((await post(staffAuth.reset.path, { email: person.email, code, password })).status).toBe(422);
  });

  test('ATK-37 of nobody is answered the same, and no mail goes out', async () => {
    const email = `${unique('nobody')}@example.test`;
    expect((await post(staffAuth.forgot.path, { email })).json).toEqual({ sent: true });
    expect(await mailTo(email)).toBe('');
    const reset = await post(staffAuth.reset.path, { email, code: '123456', password: newPassword });
    expect([reset.status, reset.json.errors[0].code]).toEqual([422, 'wrong_code']);
  });
});

describe('an authenticator', () => {
  test('once verified is asked for at sign-in, until it is removed', async () => {
    const { person, token } = await givenPerson();
    const headers = bearer(token);
    const { json } = await post(staffTotp.begin.path, undefined, headers);
    expect(json.uri).toContain(`secret=${json.secret}`);
    expect(json.uri).toContain(`otpauth://totp/Foyer:${encodeURIComponent(person.email)}?`);
    const isOn = async () => (await send('GET', staffTotp.get.path, { headers })).json;
    expect(await isOn()).toEqual({ enabled: false });
    const wrong = await post(staffTotp.verify.path, { code: '000000' }, headers);
    expect([wrong.status, wrong.json.errors[0].pointer]).toEqual([422, '/code']);
    expect((await post(staffTotp.verify.path, { code: newTotpCode(json.secret) }, headers)).status).toBe(204);
    expect(await isOn()).toEqual({ enabled: true });

    const first = await post(staffAuth.signIn.path, { email: person.email, password });
    expect(first.json).toEqual({ challenge: 'totp' });
    expect(first.headers['set-cookie']).not.toContain('__Host-foyer-staff=');
    const refused = await post(
      staffAuth.answer.path,
      { challenge: 'totp', code: '000000' },
      { cookie: cookiesOf(first) },
    );
    expect(refused.status).toBe(401);
    const again = await post(staffAuth.signIn.path, { email: person.email, password });
    // The code that verified the authenticator is spent; the next step's is valid already.
    const answer = { challenge: 'totp', code: newTotpCode(json.secret, 1) };
    const done = await post(staffAuth.answer.path, answer, { cookie: cookiesOf(again) });
    expect(done.json).toMatchObject({ accessToken: expect.any(String) });

    expect((await post(staffTotp.remove.path, undefined, bearer(done.json.accessToken))).status).toBe(204);
    expect((await post(staffAuth.signIn.path, { email: person.email, password })).json).toMatchObject({
      expiresIn: 900,
    });
  });

  test('cannot be answered for without the browser that signed in', async () => {
    expect((await post(staffAuth.answer.path, { challenge: 'totp', code: '123456' })).status).toBe(401);
    const made = { cookie: '__Host-foyer-staff-challenge=bm90IGpzb24' };
    expect((await post(staffAuth.answer.path, { challenge: 'totp', code: '123456' }, made)).status).toBe(401);
  });
});
