import { beforeAll, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import { daysAfter } from '#contracts/days.ts';
import type { Route } from '#contracts/route.ts';
import { allRoutes, routes } from '#contracts/routes.ts';
import { eventually } from '../support/eventually.ts';
import { bearer, givenWorkspace, type SignedIn, send, unique, world } from '../support/given.ts';
import { joinLimited } from '../support/limited.ts';
import { signInToPortal, siteOf } from '../support/portal.ts';
import { accessSamples, type Sample } from './access-samples.ts';
import { accountTeamSamples } from './account-team-samples.ts';
import { bulkSamples } from './bulk-samples.ts';
import { companySamples } from './company-samples.ts';
import { complianceSamples } from './compliance-samples.ts';
import { customSamples } from './custom-samples.ts';
import { duplicateSamples } from './duplicate-samples.ts';
import { followUpSamples } from './follow-up-samples.ts';
import { mergeSamples } from './merge-samples.ts';
import { noteSamples } from './note-samples.ts';
import { rateSamples } from './rate-samples.ts';
import { viewSamples } from './view-samples.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
/** Sees the measured client through a project only, which costs most. */
let limited: SignedIn;
const ids: Record<string, string> = {};

/** A page's worth of clients with everything a client can have, so that a budget is measured at its worst. */
beforeAll(async () => {
  given = await givenWorkspace();
  const address = {
    kind: 'billing' as const,
    line1: '418 Foundry Street',
    city: 'Oakland',
    region: 'CA',
    postalCode: '94607',
    country: 'US',
  };
  const body = {
    name: 'A client with a rather long name, Incorporated',
    legalName: 'The legal name of a client',
    website: 'example.com',
    notes: 'n'.repeat(2_000),
    tags: ['Retainer', 'Industrial'],
    addresses: [address],
  };
  const made = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      given.api.clients.create({ params: given, body: { ...body, code: `C${n}X` } }),
    ),
  );
  const client = made[0]?.data;
  if (!client) throw new Error('no client');
  Object.assign(ids, { workspaceId: given.workspaceId, clientId: client.id });
  const params = { workspaceId: given.workspaceId, clientId: client.id };
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      given.api.contacts.create({
        params,
        body: { firstName: `Person ${n}`, emails: [`p${n}@example.test`] },
      }),
    ),
  );
  limited = await joinLimited(given);
  const work = { name: 'Project', description: 'd'.repeat(2_000), memberIds: [limited.person.userId] };
  const { data: project } = await given.api.projects.create({ params, body: work });
  ids.projectId = project?.id ?? '';
  ids.contactId = people.find(({ data }) => data && !data.primary)?.data?.id ?? '';
});

/** One honest call of every route, in an order in which each still finds what it needs. */
const samples: Record<string, (() => Promise<Sample>) | null> = {
  'system.health': async () => ({}),
  'system.openapi': async () => ({}),
  // Signing in costs the table nothing: these run at the pool.
  'staffAuth.signIn': null,
  'staffAuth.refresh': null,
  'staffAuth.signOut': null,
  'staffAuth.answer': null,
  'staffAuth.forgot': null,
  'staffAuth.reset': null,
  'staffTotp.get': null,
  'staffTotp.begin': null,
  'staffTotp.verify': null,
  'staffTotp.remove': null,
  'portalAuth.requestCode': null,
  'portalAuth.signIn': null,
  'portalAuth.refresh': null,
  'portalAuth.signOut': null,
  'staffSignUp.create': async () => ({
    body: { email: `${unique('f')}@example.test`, name: 'F', workspace: { name: 'F', slug: unique('f') } },
  }),
  'portalFront.bootstrap': async () => ({ site: `${given.slug}.portal.localhost` }),
  'portal.me': async () => ({ site: `${given.slug}.portal.localhost`, token: await portalToken() }),
  'portal.company': async () => ({ site: `${given.slug}.portal.localhost`, token: await portalToken() }),
  'staffMe.get': async () => ({}),
  // A limited member's own and linked clients are two lists.
  'clients.list': async () => ({ token: limited.token }),
  'clients.create': async () => ({
    body: { name: 'New', code: 'NEWX', ownerId: (await given.join('admin')).person.userId },
  }),
  'clients.get': async () => ({}),
  'clients.counts': async () => ({ token: limited.token }),
  'clients.trash': async () => ({ token: limited.token }),
  ...duplicateSamples(() => given),
  ...mergeSamples(),
  'clients.suggestCode': async () => ({ query: { name: 'Acme Robotics' } }),
  'clients.update': async () => {
    const ownerId = (await given.join('manager')).person.userId;
    return { ifMatch: await version(), body: { name: 'Renamed', code: 'RENA', ownerId } };
  },
  'clients.setStatus': async () => ({ ifMatch: await version(), body: { status: 'active' } }),
  'contacts.search': async () => ({ query: { q: 'person' } }),
  'contacts.list': async () => ({}),
  'contacts.create': async () => ({
    body: {
      firstName: 'New',
      emails: ['a@x.test', 'b@x.test'],
      flags: ['communication_owner'],
      brandIds: [await aBrand('Of the new one')],
    },
  }),
  'contacts.get': async () => ({}),
  'contacts.update': async () => ({
    ifMatch: 1,
    body: {
      lastName: 'Changed',
      away: { from: '2030-08-01', until: '2030-08-14', deputyId: (await another()) ?? null },
      title: 'Head of everything',
      flags: ['approver', 'billing'],
      planned: { from: daysAfter(new Date().toISOString().slice(0, 10), 30), flags: ['reviewer'] },
      emails: ['c@x.test'],
      primary: true,
      brandIds: [await aBrand('Of the other one')],
    },
  }),
  'contacts.roles': async () => ({}),
  // Everything that can be handed over goes over, to somebody else each.
  'contacts.remove': async () => {
    const heir = await another();
    const contactId = ids.contactId as never;
    const { data: leaver } = await given.api.contacts.get({ params: { ...at(), contactId } });
    const away = { from: '2030-08-01', until: '2030-08-14', deputyId: contactId };
    const place = await given.api.contacts.create({
      params: at(),
      body: { firstName: 'Deputed', brandIds: leaver?.brandIds ?? [], away },
    });
    if (!place.data) throw new Error('no contact');
    const query = { successor: heir, deputy: heir, approver: heir, billing: place.data.id };
    return { ifMatch: 2, query };
  },
  ...accessSamples(() => given),
  ...noteSamples(
    () => given,
    () => at(),
  ),
  // A page of nothing but notes, as the stream has told of them by then.
  'activity.ofClient': async () => {
    const query = { type: 'note.created' } as const;
    const told = async () => (await given.api.activity.ofClient({ params: at(), query })).data?.data.length;
    await eventually(told, (entries) => entries === 50);
    return { token: limited.token, query };
  },
  'projects.list': async () => ({ token: limited.token }),
  'projects.create': async () => ({
    body: { name: 'New', memberIds: [given.person.userId, (await given.join('viewer')).person.userId] },
  }),
  'projects.get': async () => ({ token: limited.token }),
  'projects.update': async () => ({
    ifMatch: 1,
    body: { name: 'Renamed', status: 'active', memberIds: [(await given.join('viewer')).person.userId] },
  }),
  'projects.remove': async () => {
    const rates = Array.from({ length: 40 }, (_, n) => ({ position: `P${n}`, regular: 1 }));
    for (const [year, rows] of [[2024, 40] as const, [2025, 40] as const, [2026, 20] as const]) {
      const put = rates.slice(0, rows).map((rate) => ({ ...rate, effectiveFrom: `${year}-01-01` }));
      await given.api.rates.changeProject({
        params: { ...at(), projectId: ids.projectId as never },
        body: { put },
      });
    }
    return { ifMatch: 2 };
  },
  // After the timeline was measured, which all of these lengthen.
  ...customSamples(
    () => given,
    () => at(),
  ),
  ...companySamples(
    () => given,
    () => at(),
  ),
  ...complianceSamples(
    () => given,
    () => at(),
  ),
  ...rateSamples(() => given),
  ...bulkSamples(() => given),
  ...viewSamples(() => given),
  ...accountTeamSamples(
    () => given,
    () => at(),
  ),
  ...followUpSamples(
    () => given,
    () => at(),
  ),
  'clients.remove': async () => ({ ifMatch: await version() }),
  'clients.restore': async () => ({ ifMatch: await trashedVersion() }),
  'clients.destroy': async () => {
    await given.api.clients.remove({ params: at(), ifMatch: await version() });
    return { ifMatch: await trashedVersion() };
  },
};

const at = () => ({ workspaceId: given.workspaceId, clientId: ids.clientId as never });
const version = async () => (await given.api.clients.get({ params: at() })).data?.version ?? 0;
const aBrand = async (name: string) =>
  (await given.api.brands.create({ params: at(), body: { name } })).data?.id;
const trashedVersion = async () =>
  (await given.api.clients.trash({ params: given })).data?.data[0]?.version ?? 0;
const another = async () => {
  const { data } = await given.api.contacts.list({ params: at() });
  return data?.data.find(
    ({ id, primary, brandIds }) => !primary && id !== ids.contactId && brandIds.length === 0,
  )?.id;
};

/** A contact of the measured client who may see everything in its portal. */
async function portalToken(): Promise<string> {
  const email = `${unique('p')}@example.test`;
  const { data } = await given.api.contacts.create({
    params: at(),
    body: { firstName: 'Portal', emails: [email] },
  });
  if (!data) throw new Error('no contact');
  await world().portalPerson(at(), data);
  return signInToPortal(siteOf(given), email);
}

test('PERF-6 every route is measured', () => {
  expect(Object.keys(samples).sort()).toEqual(
    allRoutes()
      .map(({ name }) => name)
      .sort(),
  );
});

/** What a call takes where the worst case, here hundreds of codes that are taken, is too much to make for one test. */
const usually: Record<string, number> = { 'clients.suggestCode': 1 };

const measured = Object.entries(samples).filter(([, sample]) => sample !== null);
const routeNamed = (name: string): Route => {
  const found = allRoutes().find((one) => one.name === name);
  if (!found) throw new Error(`no route ${name}`);
  return found.route;
};

test.each(measured)(
  'PERF-6 %s keeps its budget, and authorising it costs one BatchGet',
  async (name, sample) => {
    const route = routeNamed(name);
    const { query, body, ifMatch, token = given.token, site, params } = (await sample?.()) ?? {};
    const headers = { ...bearer(token), ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }) };
    const answer = await send(
      route.method,
      urlOf(route, { params: { ...ids, ...params }, query: query as Record<string, unknown> }),
      { headers, body, site },
    );
    expect([name, answer.status, answer.text]).toEqual([name, route.status, answer.text]);
    const { route: spent, access } = JSON.parse(String(answer.headers['x-foyer-cost']));
    expect(spent.calls).toBe(usually[name] ?? route.budget.calls);
    expect(spent.rcu).toBeLessThanOrEqual(route.budget.rcu);
    expect(spent.wcu).toBeLessThanOrEqual(route.budget.wcu);
    expect(access.calls).toBe('workspaceId' in route.params && route.audience !== 'operator' ? 1 : 0);
  },
);

test('PERF-6 a page of fifty is one query of a few units, however long the notes are', async () => {
  const answer = await send('GET', urlOf(routes.clients.list, { params: ids }), {
    headers: bearer(given.token),
  });
  expect(answer.json.data).toHaveLength(50);
  const { route } = JSON.parse(String(answer.headers['x-foyer-cost']));
  expect(route).toMatchObject({ calls: 1, wcu: 0 });
  expect(route.rcu).toBeLessThanOrEqual(routes.clients.list.budget.rcu);
});
