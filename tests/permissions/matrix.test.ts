import { beforeAll, describe, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import type { Permission } from '#contracts/permissions.ts';
import { type BuiltInRole, builtInRoles } from '#contracts/roles.ts';
import type { Route } from '#contracts/route.ts';
import { allRoutes } from '#contracts/routes.ts';
import { billing } from '../support/billing.ts';
import {
  bearer,
  givenOperator,
  givenPerson,
  givenWorkspace,
  type SignedIn,
  send,
  unique,
} from '../support/given.ts';
import { signInToPortal, siteOf } from '../support/portal.ts';
import { givenPortal } from '../support/portal-given.ts';
import { type Row, rows } from './rows.ts';

const roles = Object.keys(builtInRoles) as BuiltInRole[];
const table: Record<string, Row> = rows;
/** A role of the workspace's own that holds one key. */
const oneKey: Permission = 'clients.view';
const staffRoutes = allRoutes().filter(({ route }) => route.audience === 'staff');
const inWorkspace = staffRoutes.filter(({ route }) => 'workspaceId' in route.params);

type Given = Awaited<ReturnType<typeof givenWorkspace>>;
let given: Given;
let foreign: Given;
let stranger: SignedIn;
let bookkeeper: SignedIn;
let portalToken: string;
const members = new Map<BuiltInRole, SignedIn>();
const ids: Record<string, string> = {};

beforeAll(async () => {
  [given, foreign, stranger] = await Promise.all([givenWorkspace(), givenWorkspace(), givenPerson()]);
  members.set('owner', given);
  for (const role of roles.filter((role) => role !== 'owner')) members.set(role, await given.join(role));
  const { data: table } = await given.api.roles.list({ params: given });
  const body = { key: 'one_key', name: 'One key', permissions: [oneKey] };
  await given.api.roles.create({ params: given, ifMatch: table?.version ?? 0, body });
  bookkeeper = await given.join('one_key');
  const portal = await givenPortal();
  portalToken = await signInToPortal(siteOf(portal.workspace), portal.email);
  const { data: client } = await given.api.clients.create({ params: given, body: { name: 'Subject' } });
  if (!client) throw new Error('no client');
  const params = { workspaceId: given.workspaceId, clientId: client.id };
  const { data: contact } = await given.api.contacts.create({ params, body: { firstName: 'Subject' } });
  const { data: project } = await given.api.projects.create({ params, body: { name: 'Subject' } });
  const { data: brand } = await given.api.brands.create({ params, body: { name: 'Subject' } });
  const { data: profile } = await given.api.billingProfiles.create({ params, body: billing });
  const { data: bulk } = await given.api.bulkEdits.create({
    params: given,
    body: { change: { field: 'tags', add: ['Key'] }, selection: { by: 'ids', ids: [client.id] } },
  });
  const layout = { hidden: [], order: [], widths: {} };
  const { data: view } = await given.api.views.create({
    params: given,
    body: { name: 'Subject', filters: {}, layout },
  });
  const { data: note } = await given.api.notes.create({ params, body: { kind: 'note', body: 'Subject' } });
  const { data: followUp } = await given.api.followUps.create({
    params,
    body: { what: 'Subject', dueOn: '2026-11-22' },
  });
  const standard = { key: 'iso_9001', name: 'ISO 9001' };
  await given.api.standards.create({ params, body: standard });
  const { data: requirement } = await given.api.requirements.assign({
    params,
    body: { standardKey: standard.key },
  });
  const { data: twin } = await given.api.clients.create({ params: given, body: { name: 'Twin' } });
  const { data: subject } = await given.api.clients.get({ params });
  if (!twin || !subject) throw new Error('no client');
  const { data: merge } = await given.api.merges.create({
    params,
    body: { loserId: twin.id, versions: { survivor: subject.version, loser: twin.version } },
  });
  const guest = { email: `${unique('guest')}@example.test`, role: 'viewer' };
  const { data: invitation } = await given.api.invitations.create({ params: given, body: guest });
  Object.assign(ids, {
    ...params,
    contactId: contact?.id,
    projectId: project?.id,
    brandId: brand?.id,
    profileId: profile?.id,
    bulkEditId: bulk?.id,
    mergeId: merge?.id,
    viewId: view?.id,
    noteId: note?.id,
    followUpId: followUp?.id,
    otherId: 'cli_01JD8Z5K6M7N8P9Q0R1S2T3V4W',
    requirementId: requirement?.id,
    evidenceId: 'evd_01JD8Z5K6M7N8P9Q0R1S2T3V4W',
    standardKey: 'iso_9001',
    userId: members.get('viewer')?.person.userId,
    invitationId: invitation?.id,
    role: 'one_key',
    list: 'industries',
    kind: 'plan',
    key: 'solo',
  });
});

/** The route asked without a body or precondition: whoever is let in meets 2xx, 404, 415, 422 or 428. */
const ask = (route: Route, headers: Record<string, string>, changed = {}) =>
  send(route.method, urlOf(route, { params: { ...ids, ...changed } }), { headers });

test('SEC-2: every route has a row, and every row a route', () => {
  const names = allRoutes().map(({ name }) => name);
  expect(Object.keys(rows).sort()).toEqual(names.sort());
});

describe.each(inWorkspace)('$name', ({ name, route }) => {
  const row = table[name];
  if (!Array.isArray(row)) throw new Error(`a route inside a workspace needs a row of roles: ${name}`);

  test.each(roles)('as %s', async (role) => {
    const { status, json } = await ask(route, bearer(members.get(role)?.token ?? ''));
    if (row.includes(role)) expect(status).not.toBeOneOf([401, 403, 500]);
    else expect([status, json.code]).toEqual([403, 'forbidden']);
  });

  test('as a role of the workspace with one key', async () => {
    const { status, json } = await ask(route, bearer(bookkeeper.token));
    if (route.permission === oneKey || route.permission === 'member') {
      expect(status).not.toBeOneOf([401, 403, 500]);
    } else expect([status, json.code]).toEqual([403, 'forbidden']);
  });

  test('without membership, in another workspace, from the portal and signed out', async () => {
    const nobody = await ask(route, bearer(stranger.token));
    expect([nobody.status, nobody.json.code]).toEqual([404, 'not_found']);
    const elsewhere = await ask(route, bearer(given.token), { workspaceId: foreign.workspaceId });
    expect([elsewhere.status, elsewhere.json.code]).toEqual([404, 'not_found']);
    for (const headers of [bearer(portalToken), {}]) {
      const refused = await ask(route, headers);
      expect([refused.status, refused.json.code]).toEqual([401, 'unauthenticated']);
    }
  });
});

test.each(staffRoutes.filter(({ name }) => table[name] === 'signed_in'))(
  '$name needs a sign-in only',
  async ({ route }) => {
    expect((await ask(route, {})).status).toBe(401);
    expect((await ask(route, bearer(given.token))).status).not.toBeOneOf([401, 403, 404, 500]);
  },
);

const ofOperators = allRoutes().filter(({ route }) => route.audience === 'operator');

test.each(ofOperators)('$name is for whoever runs the installation', async ({ name, route }) => {
  expect(table[name]).toBe('operator');
  const operator = await givenOperator();
  expect((await ask(route, bearer(operator.token))).status).not.toBeOneOf([401, 403, 404, 500]);
  const owner = await ask(route, bearer(given.token));
  expect([owner.status, owner.json.code]).toEqual([403, 'forbidden']);
  for (const headers of [bearer(portalToken), {}]) expect((await ask(route, headers)).status).toBe(401);
});
