import { beforeAll, describe, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import type { ClientId, ProjectId } from '#contracts/ids.ts';
import { routes } from '#contracts/routes.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { billing } from '../support/billing.ts';
import { eventually } from '../support/eventually.ts';
import { bearer, givenWorkspace, type SignedIn, send } from '../support/given.ts';
import { joinLimited } from '../support/limited.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;
let given: Given;
/** Sees what he owns and what projects link him to; may do all the rest, so that sight alone stops him. */
let tom: SignedIn;
let viewer: SignedIn;
let hidden: Client;
let hiddenProject: ProjectId;
let linkedClient: Client;
let ownClient: Client;
let otherProject: ProjectId;

const at = ({ id }: { id: ClientId }) => ({ workspaceId: given.workspaceId, clientId: id });
const create = async (body: { name: string; code?: string }, as: SignedIn = given) => {
  const { data } = await as.api.clients.create({ params: given, body });
  if (!data) throw new Error('no client');
  return data;
};
const begin = async (client: Client, name: string, memberIds: SignedIn['person']['userId'][]) => {
  const { data } = await given.api.projects.create({ params: at(client), body: { name, memberIds } });
  if (!data) throw new Error('no project');
  return data.id;
};
const namesOf = async (as: SignedIn, query = {}) =>
  (await as.api.clients.list({ params: given, query })).data?.data.map(({ name }) => name);

beforeAll(async () => {
  given = await givenWorkspace();
  [tom, viewer] = [await joinLimited(given), await given.join('viewer')];
  hidden = await create({ name: 'Secret Robotics', code: 'SECR' });
  linkedClient = await create({ name: 'Linked' });
  ownClient = await create({ name: 'Own' }, tom);
  hiddenProject = await begin(hidden, 'Hidden project', [given.person.userId]);
  await begin(linkedClient, 'His project', [tom.person.userId, viewer.person.userId]);
  otherProject = await begin(linkedClient, 'Confidential', [given.person.userId]);
  await given.api.contacts.create({
    params: at(hidden),
    body: { firstName: 'Ana', emails: ['ana@secret.test'] },
  });
});

describe('ATK-9 without clients.view_all', () => {
  test('a member sees what he owns and what a project of his links him to, in every way there is', async () => {
    expect(await namesOf(tom)).toEqual(['Linked', 'Own']);
    expect(await namesOf(viewer)).toEqual(['Linked']);
    for (const client of [linkedClient, ownClient]) {
      expect((await tom.api.clients.get({ params: at(client) })).data?.id).toBe(client.id);
      expect((await tom.api.contacts.list({ params: at(client) })).data?.data).toEqual([]);
      expect((await tom.api.activity.ofClient({ params: at(client) })).data).not.toBeNull();
    }
  });

  test('every route of another client answers what it answers for one that never was', async () => {
    const never = 'cli_01JD8Z5K6M7N8P9Q0R1S2T3V4W';
    const ofClients = Object.entries({ ...routes.clients, ...prefixed() }).filter(
      // His role lacks what only owners hold: those answer 403 whatever is asked for.
      ([, { params, permission }]) => 'clientId' in params && permission !== 'clients.destroy',
    );
    expect(ofClients.length).toBeGreaterThan(10);
    for (const [name, route] of ofClients) {
      const ask = (clientId: string) =>
        send(
          route.method,
          urlOf(route, {
            params: {
              workspaceId: given.workspaceId,
              clientId,
              projectId: hiddenProject,
              contactId: 'con_01JD8Z5K6M7N8P9Q0R1S2T3V4W',
              brandId: 'brd_01JD8Z5K6M7N8P9Q0R1S2T3V4W',
              profileId: 'bil_01JD8Z5K6M7N8P9Q0R1S2T3V4W',
              requirementId: 'cmp_01JD8Z5K6M7N8P9Q0R1S2T3V4W',
              evidenceId: 'evd_01JD8Z5K6M7N8P9Q0R1S2T3V4W',
              otherId: linkedClient.id,
            },
          }),
          {
            headers: { ...bearer(tom.token), ...(route.ifMatch && { 'if-match': '"1"' }) },
            body: bodies[name],
          },
        );
      const [answer, absent] = [await ask(hidden.id), await ask(never)];
      expect([name, answer.status]).toEqual([name, 404]);
      expect({ ...answer.json, traceId: '' }).toEqual({ ...absent.json, traceId: '' });
    }
    expect((await given.api.clients.get({ params: at(hidden) })).data?.version).toBe(2);
  });

  test('without projects.view_all the projects of others at a linked client are not there either', async () => {
    const ids = async (as: SignedIn, client: Client) =>
      (await as.api.projects.list({ params: at(client) })).data?.data.map(({ name }) => name);
    expect(await ids(tom, linkedClient)).toEqual(['His project']);
    expect(await ids(given, linkedClient)).toEqual(['His project', 'Confidential']);
    const params = { ...at(linkedClient), projectId: otherProject };
    const body = { name: 'Mine' };
    for (const attempt of [
      () => tom.api.projects.get({ params }),
      () => tom.api.projects.update({ params, ifMatch: 1, body }),
      () => tom.api.projects.remove({ params, ifMatch: 1 }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ status: 404, code: 'not_found' });
    }
    const told = async (as: SignedIn) =>
      (await as.api.activity.ofClient({ params: at(linkedClient) })).data?.data ?? [];
    await eventually(
      () => told(given),
      (events) => events.filter(({ type }) => type === 'project.created').length === 2,
    );
    expect(JSON.stringify(await told(tom))).toContain('His project');
    expect(JSON.stringify(await told(tom))).not.toContain('Confidential');
  });

  test('the owner of a client sees all of its projects', async () => {
    await begin(ownClient, 'Of somebody else', [given.person.userId]);
    const { data } = await tom.api.projects.list({ params: at(ownClient) });
    expect(data?.data.map(({ name }) => name)).toEqual(['Of somebody else']);
  });

  test('losing the last link shows with the next request, everywhere', async () => {
    const elif = await given.join('viewer');
    const client = await create({ name: 'Shortly' });
    const projects = [
      await begin(client, 'One', [elif.person.userId]),
      await begin(client, 'Two', [elif.person.userId]),
    ];
    const counts = async () => (await elif.api.clients.counts({ params: given })).data;
    const leave = (projectId: ProjectId) =>
      given.api.projects.update({
        params: { ...at(client), projectId },
        ifMatch: 1,
        body: { memberIds: [] },
      });
    await leave(projects[0] as ProjectId);
    expect((await elif.api.clients.get({ params: at(client) })).data?.name).toBe('Shortly');
    expect(await counts()).toEqual({ active: 0, pending: 1, inactive: 0 });
    await leave(projects[1] as ProjectId);
    await expect(elif.api.clients.get({ params: at(client) })).rejects.toMatchObject({ status: 404 });
    await expect(elif.api.activity.ofClient({ params: at(client) })).rejects.toMatchObject({ status: 404 });
    await expect(elif.api.projects.list({ params: at(client) })).rejects.toMatchObject({ status: 404 });
    expect(await namesOf(elif)).toEqual([]);
    expect(await counts()).toEqual({ active: 0, pending: 0, inactive: 0 });
  });
});

describe('ATK-51 what is counted, found and proposed', () => {
  test('counts are of the clients he sees, each once, through every move', async () => {
    const counts = async () => (await tom.api.clients.counts({ params: given })).data;
    expect(await counts()).toEqual({ active: 0, pending: 2, inactive: 0 });
    await begin(ownClient, 'His own too', [tom.person.userId]);
    expect(await counts()).toEqual({ active: 0, pending: 2, inactive: 0 });
    expect(await namesOf(tom)).toEqual(['Linked', 'Own']);
    const params = at(ownClient);
    await given.api.clients.setStatus({ params, ifMatch: 1, body: { status: 'active' } });
    expect(await counts()).toEqual({ active: 1, pending: 1, inactive: 0 });
    expect(await namesOf(tom, { status: 'active' })).toEqual(['Own']);
    const ownerId = given.person.userId;
    await given.api.clients.update({ params, ifMatch: 2, body: { ownerId, name: 'Own no more' } });
    expect(await namesOf(tom)).toEqual(['Linked', 'Own no more']);
    expect(await counts()).toEqual({ active: 1, pending: 1, inactive: 0 });
    await given.api.clients.remove({ params, ifMatch: 3 });
    expect(await counts()).toEqual({ active: 0, pending: 1, inactive: 0 });
    expect(await namesOf(tom)).toEqual(['Linked']);
    const { data: trash } = await tom.api.clients.trash({ params: given });
    expect(trash?.data.map(({ name }) => name)).toEqual(['Own no more']);
    await tom.api.clients.restore({ params, ifMatch: 4 });
    expect(await counts()).toEqual({ active: 1, pending: 1, inactive: 0 });
  });

  test('the beginning of a name finds nothing that he does not see, in no status and of no owner', async () => {
    expect(await namesOf(given, { q: 'sec' })).toEqual(['Secret Robotics']);
    expect(await namesOf(tom, { q: 'sec' })).toEqual([]);
    expect(await namesOf(tom, { q: 'sec', status: 'pending' })).toEqual([]);
    expect(await namesOf(tom, { q: 'link', status: 'pending' })).toEqual(['Linked']);
    expect(await namesOf(viewer, { owner: viewer.person.userId })).toEqual([]);
    await expect(namesOf(tom, { owner: given.person.userId })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '?owner', code: 'not_combinable' }],
    });
  });

  test('the trash holds nothing that he did not see before', async () => {
    const gone = await create({ name: 'Secretly gone' });
    await given.api.clients.remove({ params: at(gone), ifMatch: 1 });
    const { data } = await tom.api.clients.trash({ params: given });
    expect(data?.data.map(({ name }) => name)).not.toContain('Secretly gone');
    const restore = tom.api.clients.restore({ params: at(gone), ifMatch: 2 });
    await expect(restore).rejects.toMatchObject({ status: 404 });
  });

  test('a proposed code says nothing of who holds another', async () => {
    const { data } = await tom.api.clients.suggestCode({ params: given, query: { name: 'Secr' } });
    expect(data?.code).not.toBe('SECR');
    expect(JSON.stringify(data)).not.toContain(hidden.id);
    const taken = await tom.api.clients
      .create({ params: given, body: { name: 'Mine', code: 'SECR' } })
      .catch((error) => error);
    expect(taken.code).toBe('code_taken');
    expect(JSON.stringify(taken.problem)).not.toMatch(/Secret Robotics|cli_/);
  });
});

/** The other nouns that hang on a client, by names that are theirs alone. */
function prefixed() {
  const { contacts, projects, activity, brands, billingProfiles, family, requirements } = routes;
  const { get, update } = routes.clientSettings;
  const clientSettings = { get, update };
  const duplicates = { decide: routes.duplicates.decide };
  const nouns = {
    contacts,
    projects,
    activity,
    brands,
    billingProfiles,
    family,
    requirements,
    clientSettings,
    duplicates,
  };
  return Object.fromEntries(
    Object.entries(nouns).flatMap(([noun, group]) =>
      Object.entries(group).map(([verb, route]) => [`${noun}.${verb}`, route] as const),
    ),
  );
}

/** Bodies that nothing is wrong with, so that sight alone decides. */
const bodies: Record<string, object> = {
  update: { name: 'Mine' },
  setStatus: { status: 'active' },
  'contacts.create': { firstName: 'Eve' },
  'contacts.update': { firstName: 'Eve' },
  'projects.create': { name: 'Mine' },
  'projects.update': { name: 'Mine' },
  'family.addBelow': { name: 'Mine' },
  'brands.create': { name: 'Mine' },
  'brands.update': { name: 'Mine' },
  'billingProfiles.create': billing,
  'billingProfiles.update': { legalName: 'Mine' },
  'duplicates.decide': { dismissed: true },
  'family.setParent': { parentId: null },
  'clientSettings.update': { poRequired: true },
  'requirements.assign': { standardKey: 'iso_9001' },
  'requirements.update': { note: 'Mine' },
  'requirements.move': { status: 'in_progress' },
  'requirements.addEvidence': { label: 'Mine', url: 'mine.test', issuedOn: '2026-01-01' },
  'requirements.reviewEvidence': { decision: 'accepted' },
  'requirements.waive': { reason: 'Mine', until: '2026-12-31' },
};
