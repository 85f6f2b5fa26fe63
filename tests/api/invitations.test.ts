import { describe, expect, test } from 'vitest';
import { joining } from '#contracts/routes/invitations.ts';
import { apiAs, givenPerson, givenWorkspace, password, send, unique, world } from '../support/given.ts';
import { mailTo } from '../support/portal.ts';
import { refused } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';
import { tokenFor } from './access-samples.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;

async function invite(given: Given, email = `${unique('guest')}@example.test`, role = 'manager') {
  const { data } = await given.api.invitations.create({ params: given, body: { email, role } });
  if (!data) throw new Error('no invitation');
  return { ...data, token: await tokenFor(email) };
}

const accept = (token: string, name = 'Noor Haddad') =>
  apiAs(null).joining.acceptAsNew({ body: { token, name, password } });

describe('invitations', () => {
  test('somebody new joins with the link of the mail, and is signed in', async () => {
    const given = await givenWorkspace();
    const { email, token } = await invite(given);
    expect(await mailTo(email)).toContain('http://app.localhost');
    const { data: face } = await apiAs(null).joining.look({ body: { token } });
    expect(face).toEqual({
      state: 'open',
      workspace: 'Test Studio',
      email,
      invitedBy: given.person.name,
      known: false,
    });
    const { data: session } = await accept(token);
    const { data: me } = await apiAs(session?.accessToken ?? '').staffMe.get({});
    expect(me).toMatchObject({ user: { name: 'Noor Haddad' }, workspaces: [{ role: 'manager' }] });
    await expectSound(given);
  });

  test('somebody with an account joins as himself; another account is told plainly', async () => {
    const [given, elsewhere, stranger] = [
      await givenWorkspace(),
      await givenWorkspace(),
      await givenPerson(),
    ];
    const { token } = await invite(given, elsewhere.person.email);
    expect(await refused(accept(token))).toEqual([409, 'already_member']);
    const body = { token };
    expect((await refused(stranger.api.joiningAsMyself.accept({ body })))[0]).toBe(401);
    const other = await givenWorkspace();
    expect(await refused(other.api.joiningAsMyself.accept({ body }))).toEqual([403, 'forbidden']);
    await elsewhere.api.joiningAsMyself.accept({ body });
    const { data: me } = await elsewhere.api.staffMe.get({});
    expect(me?.workspaces.map(({ id }) => id).sort()).toEqual(
      [given.workspaceId, elsewhere.workspaceId].sort(),
    );
  });

  test('ATK-35 a guess, a used, a rotated and a revoked link open nothing', async () => {
    const given = await givenWorkspace();
    expect(await refused(accept('A'.repeat(43)))).toEqual([404, 'not_found']);
    const used = await invite(given);
    await accept(used.token);
    expect(await refused(accept(used.token))).toEqual([409, 'invitation_closed']);

    const rotated = await invite(given);
    const place = { workspaceId: given.workspaceId, invitationId: rotated.id };
    const { data: again } = await given.api.invitations.resend({ params: place, ifMatch: rotated.version });
    expect(await refused(accept(rotated.token))).toEqual([404, 'not_found']);

    await given.api.invitations.revoke({ params: place, ifMatch: again?.version ?? 0 });
    const { data } = await given.api.invitations.list({ params: given });
    expect(data?.data.map(({ state }) => state)).toEqual(['revoked', 'accepted']);
    expect(
      await refused(given.api.invitations.revoke({ params: place, ifMatch: (again?.version ?? 0) + 1 })),
    ).toEqual([409, 'invitation_closed']);
  });

  test('ATK-35 twenty who accept at once make one member', async () => {
    const given = await givenWorkspace();
    const { token, email } = await invite(given);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => accept(token)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { data } = await given.api.members.list({ params: given });
    expect(data?.data.filter((member) => member.email === email)).toHaveLength(1);
  });

  test('ATK-36 looking consumes nothing', async () => {
    const given = await givenWorkspace();
    const { token } = await invite(given);
    for (let n = 0; n < 5; n += 1) await apiAs(null).joining.look({ body: { token } });
    expect((await accept(token)).data).toBeTruthy();
  });

  test('ATK-38 one open invitation an address, three mails a day', async () => {
    const given = await givenWorkspace();
    const { id, email } = await invite(given);
    const create = given.api.invitations.create({ params: given, body: { email, role: 'viewer' } });
    expect(await refused(create)).toEqual([409, 'already_invited']);
    const params = { workspaceId: given.workspaceId, invitationId: id };
    await given.api.invitations.resend({ params, ifMatch: 1 });
    await given.api.invitations.resend({ params, ifMatch: 2 });
    expect(await refused(given.api.invitations.resend({ params, ifMatch: 3 }))).toEqual([
      429,
      'rate_limited',
    ]);
    const member = given.api.invitations.create({
      params: given,
      body: { email: given.person.email, role: 'viewer' },
    });
    expect(await refused(member)).toEqual([409, 'already_member']);
  });

  test('FLT-29 a person who was made by a try that got no further is taken up again', async () => {
    const given = await givenWorkspace();
    const { token, email } = await invite(given);
    await world().stranded(email);
    expect((await accept(token)).data).toBeTruthy();
  });

  test('a weak password is refused, and the link stays good', async () => {
    const given = await givenWorkspace();
    const { token } = await invite(given);
    const body = { token, name: 'Weak', password: 'weakweakweak' };
    const answer = await send('POST', joining.acceptAsNew.path, { body });
    expect([answer.status, answer.json.errors[0].pointer]).toEqual([422, '/password']);
    expect((await accept(token)).data).toBeTruthy();
  });
});
