import { beforeAll, describe, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import type { ClientId } from '#contracts/ids.ts';
import { portal, portalFront } from '#contracts/routes/portal.ts';
import { bearer, givenWorkspace, send, unique, world } from '../support/given.ts';
import { askCode as ask, codeFor, cookiesOf, enterCode, signInToPortal, siteOf } from '../support/portal.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;
let given: Given;
let acme: ClientId;
let bolt: ClientId;
let email: string;

const at = (clientId: ClientId) => ({ workspaceId: given.workspaceId, clientId });

async function client(name: string): Promise<ClientId> {
  const { data } = await given.api.clients.create({
    params: given,
    body: { name, legalName: `${name} Inc.`, notes: 'internal', taxId: '12-345' },
  });
  if (!data) throw new Error('no client');
  return data.id;
}

async function contact(clientId: ClientId, address: string, sections?: ['portal.dashboard'] | []) {
  const { data } = await given.api.contacts.create({
    params: at(clientId),
    body: { firstName: 'Ana', lastName: 'Ruiz', emails: [address] },
  });
  if (!data) throw new Error('no contact');
  await world().portalPerson(at(clientId), data, sections);
}

beforeAll(async () => {
  given = await givenWorkspace();
  [acme, bolt] = [await client('Acme'), await client('Bolt')];
  email = `${unique('ana')}@acme.test`;
  await contact(acme, email);
});

const askCode = (address: string) => ask(siteOf(given), address);
const enter = (address: string, code: string, cookie: string) =>
  enterCode(siteOf(given), address, code, cookie);
const signIn = (address: string) => signInToPortal(siteOf(given), address);

const look = (token: string, clientId: ClientId, workspaceId: string = given.workspaceId) =>
  send('GET', urlOf(portal.company, { params: { workspaceId, clientId } }), {
    site: siteOf(given),
    headers: bearer(token),
  });

describe('the portal before sign-in', () => {
  test('knows by its host name whose it is, and is nothing at any other', async () => {
    const { status, json } = await send('GET', portalFront.bootstrap.path, { site: siteOf(given) });
    expect([status, json]).toEqual([
      200,
      {
        workspaceId: given.workspaceId,
        name: 'Test Studio',
        locale: 'en',
        color: expect.stringMatching(/^#[0-9a-f]{6}$/),
      },
    ]);
    for (const site of ['nobody-here.portal.localhost', 'app.localhost']) {
      expect((await send('GET', portalFront.bootstrap.path, { site })).status).toBe(404);
    }
  });
});

describe('signing in with a code', () => {
  test('works once, in the browser that asked', async () => {
    const asked = await askCode(email);
    expect([asked.status, asked.json]).toEqual([202, { sent: true }]);
    const code = await codeFor(email);
    expect((await enter(email, code, '')).status).toBe(401);
    const answer = await enter(email, code, cookiesOf(asked));
    expect([answer.status, answer.json]).toEqual([200, { accessToken: expect.any(String), expiresIn: 600 }]);
    expect(cookiesOf(answer)).toContain('__Host-session=');
    expect((await enter(email, code, cookiesOf(asked))).status).toBe(401);
  });

  test('ATK-37 answers the same for an address nobody has, which no code opens', async () => {
    const unknown = `${unique('nobody')}@example.test`;
    const [known, made] = [await askCode(email), await askCode(unknown)];
    expect([made.status, made.json]).toEqual([known.status, known.json]);
    expect(Object.keys(made.headers).sort()).toEqual(Object.keys(known.headers).sort());
    expect((await enter(unknown, '123456', cookiesOf(made))).status).toBe(401);
  });
});

describe('inside', () => {
  let token: string;
  beforeAll(async () => {
    token = await signIn(email);
  });

  test('me names the companies of this portal with their sections', async () => {
    const { json } = await send('GET', portal.me.path, { site: siteOf(given), headers: bearer(token) });
    expect(json.user).toMatchObject({ email, name: 'Ana Ruiz' });
    expect(json.clients).toEqual([
      {
        workspaceId: given.workspaceId,
        clientId: acme,
        name: 'Acme',
        sections: expect.arrayContaining(['portal.dashboard']),
      },
    ]);
  });

  test('ATK-11 the company shows exactly the allow-list', async () => {
    const { json, text } = await look(token, acme);
    expect(json).toEqual({
      name: 'Acme',
      legalName: 'Acme Inc.',
      website: null,
      status: 'pending',
      accountManager: { name: given.person.name, email: given.person.email },
      fields: [],
    });
    expect(text).not.toMatch(/internal|12-345|version|ownerId/);
  });

  test('ATK-12 another client, another workspace and an unknown one do not exist', async () => {
    const unknown = 'cli_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as ClientId;
    const other = await givenWorkspace();
    const answers = [
      await look(token, bolt),
      await look(token, unknown),
      await look(token, acme, other.workspaceId),
    ];
    for (const { status, json } of answers) expect([status, json.code]).toEqual([404, 'not_found']);
  });

  test('ATK-3 a portal token opens no staff route, nor a staff token a portal route', async () => {
    const staffRoute = await send('GET', `/api/staff/workspaces/${given.workspaceId}/clients`, {
      headers: bearer(token),
    });
    const portalRoute = await look(given.token, acme);
    expect([staffRoute.status, portalRoute.status]).toEqual([401, 401]);
  });

  test('a change of the client is in its copy with the same commit, and the trash closes the door', async () => {
    const own = `${unique('ben')}@bolt.test`;
    await contact(bolt, own);
    const ben = await signIn(own);
    const { data: before } = await given.api.clients.get({ params: at(bolt) });
    await given.api.clients.update({
      params: at(bolt),
      ifMatch: before?.version,
      body: { name: 'Bolt & Sons' },
    });
    expect((await look(ben, bolt)).json.name).toBe('Bolt & Sons');
    await given.api.clients.remove({ params: at(bolt), ifMatch: (before?.version ?? 0) + 1 });
    expect((await look(ben, bolt)).status).toBe(404);
  });

  test('a section that is not granted does not exist', async () => {
    const own = `${unique('cara')}@acme.test`;
    await contact(acme, own, []);
    expect((await look(await signIn(own), acme)).status).toBe(404);
  });
});
