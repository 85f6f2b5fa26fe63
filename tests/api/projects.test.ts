import { beforeEach, describe, expect, test } from 'vitest';
import type { ClientId, UserId } from '#contracts/ids.ts';
import { unlimited } from '#contracts/limits.ts';
import type { ProjectCreate, ProjectPatch } from '#contracts/schemas/project.ts';
import { projectRepository } from '#data/repositories/projects.ts';
import { eventually } from '../support/eventually.ts';
import { givenPerson, givenWorkspace, type SignedIn, world } from '../support/given.ts';
import { expectSound } from '../support/sound.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;
let given: Given;
let clientId: ClientId;

beforeEach(async () => {
  given = await givenWorkspace();
  clientId = await client('Acme');
});

const client = async (name: string): Promise<ClientId> => {
  const { data } = await given.api.clients.create({ params: given, body: { name } });
  if (!data) throw new Error('no client');
  return data.id;
};
const params = () => ({ workspaceId: given.workspaceId, clientId });
const begin = async (body: ProjectCreate, at = params(), as: SignedIn = given) => {
  const { data } = await as.api.projects.create({ params: at, body });
  if (!data) throw new Error('no project');
  return data;
};
type Begun = Awaited<ReturnType<typeof begin>>;
const change = async ({ id, version, clientId }: Begun, body: ProjectPatch, as: SignedIn = given) => {
  const at = { workspaceId: given.workspaceId, clientId, projectId: id };
  const { data } = await as.api.projects.update({ params: at, ifMatch: version, body });
  if (!data) throw new Error('no project');
  return data;
};
const end = ({ id, version, clientId }: Begun) =>
  given.api.projects.remove({
    params: { workspaceId: given.workspaceId, clientId, projectId: id },
    ifMatch: version,
  });
const linked = async (at = params()) => (await given.api.clients.get({ params: at })).data?.linkedIds;
const me = () => given.person.userId;

describe('beginning a project', () => {
  test('answers it in planning, with its maker as the only member, who is now linked to the client', async () => {
    const project = await begin({ name: ' Website ', startsOn: '2026-01-01', endsOn: '2026-01-01' });
    expect(project).toMatchObject({
      name: 'Website',
      status: 'planning',
      startsOn: '2026-01-01',
      description: null,
      memberIds: [me()],
      version: 1,
      clientId,
    });
    const { data: read } = await given.api.projects.get({ params: { ...params(), projectId: project.id } });
    expect(read).toEqual(project);
    const { data: acme } = await given.api.clients.get({ params: params() });
    expect(acme).toMatchObject({ linkedIds: [me()], version: 1 });
  });

  test('names days in the wrong order, members who are none, and bad fields', async () => {
    const refused = (body: object) => begin(body as ProjectCreate).catch((error) => error.errors);
    expect(await refused({ name: 'x', startsOn: '2026-02-01', endsOn: '2026-01-31' })).toMatchObject([
      { pointer: '/endsOn', code: 'before_start' },
    ]);
    const stranger = (await givenPerson()).person.userId;
    expect(await refused({ name: 'x', memberIds: [stranger] })).toMatchObject([
      { pointer: '/memberIds', code: 'unknown_member' },
    ]);
    const bad = await refused({ name: '', startsOn: '2026-02-30', status: 'done', memberIds: [me(), me()] });
    expect(bad.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/memberIds',
      '/name',
      '/startsOn',
      '/status',
    ]);
    const { data } = await given.api.projects.list({ params: params() });
    expect(data?.data).toEqual([]);
  });

  test('with a name of the client in another case is refused; elsewhere and once given back it is free', async () => {
    const first = await begin({ name: 'Straße' });
    await expect(begin({ name: 'STRASSE' })).rejects.toMatchObject({
      status: 409,
      code: 'name_taken',
      errors: [{ pointer: '/name' }],
    });
    await begin({ name: 'Straße' }, { ...params(), clientId: await client('Bolt') });
    const same = await change(first, { name: 'strasse' });
    await change(same, { name: 'Road' });
    await begin({ name: 'Straße' });
    await expectSound(given);
  });

  test('twenty at once link their maker once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => begin({ name: `P${n}` })));
    expect(await linked()).toEqual([me()]);
    const { data } = await given.api.projects.list({ params: params() });
    expect(data?.data.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort());
    await expectSound(given);
  });
});

describe('the status of a project', () => {
  test('goes anywhere while open, and back to active only with the key', async () => {
    const manager = await given.join('manager');
    let project = await begin({ name: 'Moving' });
    for (const status of ['active', 'on_hold', 'planning', 'completed'] as const) {
      project = await change(project, { status });
      expect(project.status).toBe(status);
    }
    await expect(change(project, { status: 'planning' })).rejects.toMatchObject({
      status: 409,
      code: 'invalid_transition',
      problem: { from: 'completed', allowed: ['active'] },
    });
    await expect(change(project, { status: 'active' }, manager)).rejects.toMatchObject({
      status: 403,
      code: 'forbidden',
      problem: { permission: 'projects.reopen' },
    });
    expect((await change(project, { status: 'active' })).status).toBe('active');
  });
});

describe('the members of a project', () => {
  test('are linked as long as one project has them, whatever else changes at the same time', async () => {
    const [tom, elif] = await Promise.all([given.join('basic'), given.join('viewer')]);
    const ids = [tom, elif].map(({ person }) => person.userId).sort();
    const [one, two] = [
      await begin({ name: 'One', memberIds: ids }),
      await begin({ name: 'Two', memberIds: [tom.person.userId] }),
    ];
    expect(await linked()).toEqual(ids);
    // Both see the other still linking Tom: one of the two must learn that it is the last.
    await Promise.all([change(one, { memberIds: [] }), change(two, { memberIds: [] })]);
    expect(await linked()).toEqual([]);
    await expectSound(given);
  });

  test('change beside edits of the client: nobody loses an edit, no If-Match is stale for it', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => given.join('basic')));
    const moves = people.map(({ person }, n) => begin({ name: `P${n}`, memberIds: [person.userId] }));
    const edit = given.api.clients.update({ params: params(), ifMatch: 1, body: { name: 'Acme Robotics' } });
    await Promise.all([...moves, edit]);
    const { data } = await given.api.clients.get({ params: params() });
    expect(data).toMatchObject({ name: 'Acme Robotics', version: 2 });
    expect(data?.linkedIds).toEqual(people.map(({ person }) => person.userId).sort());
    await expectSound(given);
  });

  test('are at most forty at one client, and at most forty change at once', async () => {
    const people = await Promise.all(Array.from({ length: 41 }, () => member()));
    const [last = '' as UserId, ...forty] = people;
    const full = await begin({ name: 'Full', memberIds: forty });
    await expect(begin({ name: 'Over', memberIds: [last] })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/memberIds', code: 'too_many_links' }],
    });
    await begin({ name: 'Again', memberIds: forty.slice(1) });
    await expect(change(full, { memberIds: [last] })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/memberIds', code: 'too_many_changes' }],
    });
    const swapped = await change(full, { memberIds: [last, ...forty.slice(1)] });
    expect(swapped.memberIds).toHaveLength(40);
    await given.api.clients.setStatus({ params: params(), ifMatch: 1, body: { status: 'active' } });
    await end(swapped);
    expect(await linked()).toEqual(forty.slice(1).sort());
    await expectSound(given);
  });

  /** A member who need not sign in. */
  async function member(): Promise<UserId> {
    const { person } = await given.join('basic');
    return person.userId;
  }

  test('are found with all their projects, in the trash too', async () => {
    const { person } = await given.join('basic');
    const elsewhere = { ...params(), clientId: await client('Bolt') };
    const memberIds = [person.userId];
    const mine = [
      await begin({ name: 'One', memberIds }),
      await begin({ name: 'Two', memberIds }),
      await begin({ name: 'Three', memberIds }, elsewhere),
    ];
    await begin({ name: 'Not his' }, elsewhere);
    await given.api.clients.remove({ params: elsewhere, ifMatch: 1 });
    const { client: documents, tables } = world();
    const commit = () => Promise.reject(new Error('nothing to commit'));
    const { workspaceId } = given;
    const repository = projectRepository({
      client: documents,
      table: tables.main,
      workspaceId,
      limits: unlimited,
      commit,
    });
    const found = await repository.ofMember(person.userId);
    expect(found.map(({ id }) => id).sort()).toEqual(mine.map(({ id }) => id).sort());
  });
});

describe('removing a project', () => {
  test('needs the version, gives its name back and is told of', async () => {
    const project = await begin({ name: 'Gone' });
    await expect(end({ ...project, version: 2 })).rejects.toMatchObject({ status: 412 });
    await end(project);
    await expect(end(project)).rejects.toMatchObject({ status: 404 });
    await begin({ name: 'gone' });
    const types = async () =>
      (await given.api.activity.ofClient({ params: params() })).data?.data.map(({ type }) => type) ?? [];
    expect((await eventually(types, (all) => all.length >= 4)).sort()).toEqual([
      'client.created',
      'project.created',
      'project.created',
      'project.deleted',
    ]);
    await expectSound(given);
  });
});

test('ATK-8 the project of one client is no project of another', async () => {
  const project = await begin({ name: 'Here' });
  const nested = { ...params(), clientId: await client('Bolt'), projectId: project.id };
  const absent = { status: 404, code: 'not_found' };
  await expect(given.api.projects.get({ params: nested })).rejects.toMatchObject(absent);
  const body = { name: 'x' };
  await expect(given.api.projects.update({ params: nested, ifMatch: 1, body })).rejects.toMatchObject(absent);
  await expect(given.api.projects.remove({ params: nested, ifMatch: 1 })).rejects.toMatchObject(absent);
});

test('a client in the trash hides its projects and gives them back', async () => {
  const project = await begin({ name: 'Hidden' });
  await given.api.clients.remove({ params: params(), ifMatch: 1 });
  const at = { ...params(), projectId: project.id };
  await expect(given.api.projects.get({ params: at })).rejects.toMatchObject({ status: 404 });
  await expect(given.api.projects.list({ params: params() })).rejects.toMatchObject({ status: 404 });
  await expect(begin({ name: 'New' })).rejects.toMatchObject({ status: 404 });
  await expectSound(given);
  await given.api.clients.restore({ params: params(), ifMatch: 2 });
  expect((await given.api.projects.get({ params: at })).data).toEqual(project);
  await expectSound(given);
});
