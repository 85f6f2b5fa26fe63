import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiError, createApi } from '#contracts/client.ts';
import { routes } from '#contracts/routes.ts';
import { foyer, root } from '#infra/local/blueprint.ts';
import { type LocalCloud, startCloud } from '#infra/local/cloud.ts';
import { type Whereabouts, worldOf } from '#infra/local/world.ts';
import { functions } from '#infra/system.ts';
import { password, unique, whereabouts } from '../support/given.ts';

/** One check taken out of the code, and the function in which somebody would notice. */
interface Mutant {
  file: string;
  check: string;
  instead: string;
  of: keyof typeof functions;
}

const mutants = {
  'the gates of module, plan and role': {
    file: 'functions/runtime/onion/gate.ts',
    check: "if (actor.type === 'staff')",
    instead: "if (actor.type === 'operator')",
    of: 'staff-contacts',
  },
  'the view scope': {
    file: 'shared/domain/view-scope.ts',
    check: "if (sight === 'all' || client.ownerId === actor.userId) return true;",
    instead: 'return true;',
    of: 'staff-clients',
  },
  'the life of a membership': {
    file: 'shared/data/repositories/access.ts',
    check: "workspace?.status !== 'active' || member?.status !== 'active'",
    instead: '!workspace || !member',
    of: 'staff-lists',
  },
  'nobody goes beyond himself': {
    file: 'shared/domain/members.ts',
    check: '!actor.permissions.has(key)',
    instead: 'false',
    of: 'staff-members',
  },
} as const satisfies Record<string, Mutant>;

const folders: string[] = [];

/** The sources with one check taken out, in a folder of their own. */
function mutate({ file, check, instead }: Mutant): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  folders.push(folder);
  for (const part of ['shared', 'functions', 'infra/grants.ts', 'docs/openapi.json', 'package.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  if (!source.includes(check)) throw new Error(`${file} does not say ${check}`);
  writeFileSync(path, source.replace(check, instead));
  return folder;
}

let cloud: LocalCloud;

beforeAll(async () => {
  const files = new Map<string, string>(
    Object.values(mutants).map((mutant) => [mutant.of, join(mutate(mutant), functions[mutant.of].entry)]),
  );
  const blueprint = { ...foyer, bundleOf: (name: string) => files.get(name) ?? foyer.bundleOf(name) };
  cloud = await startCloud({ dataDir: null, port: 0, blueprint });
}, 120_000);

afterAll(async () => {
  await cloud?.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A workspace with a client, an owner, an admin, a viewer, and somebody who was disabled. */
async function cast(where: Whereabouts) {
  const world = worldOf(where);
  const apiAs = (token: string | null) =>
    createApi(routes, {
      fetch,
      baseUrl: where.url.replace('app.localhost', '127.0.0.1'),
      token: () => token,
    });
  const person = async () => {
    const made = await world.person({ email: `${unique('m')}@example.test`, name: 'Somebody', password });
    const { data } = await apiAs(null).staffAuth.signIn({ body: { email: made.email, password } });
    if (!data || 'challenge' in data) throw new Error('signing in asked for more');
    return { ...made, api: apiAs(data.accessToken) };
  };
  const [owner, admin, viewer, gone] = [await person(), await person(), await person(), await person()];
  const { id } = await world.found({ name: 'Mutants', slug: unique('mutants'), owner });
  await world.join(id, admin, 'admin');
  await world.join(id, viewer, 'viewer');
  await world.join(id, gone, 'admin');
  const at = { workspaceId: id };
  const { data: client } = await owner.api.clients.create({ params: at, body: { name: 'Subject' } });
  if (!client) throw new Error('no client');
  const disabled = { ...at, userId: gone.userId };
  await owner.api.members.update({ params: disabled, ifMatch: 1, body: { status: 'disabled' } });
  return { at, clientId: client.id, owner, admin, viewer, gone };
}

const statusOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof ApiError) return error.status;
      throw error;
    },
  );

/** What somebody tries who must not, for each check. */
async function attempts(where: Whereabouts): Promise<Record<keyof typeof mutants, unknown>> {
  const { at, clientId, owner, admin, viewer, gone } = await cast(where);
  const params = { ...at, clientId };
  return {
    'the gates of module, plan and role': await statusOf(
      owner.api.projects
        .create({ params, body: { name: 'Tie', memberIds: [viewer.userId] } })
        .then(() => viewer.api.contacts.create({ params, body: { firstName: 'Smuggled' } })),
    ),
    'the view scope': await statusOf(
      owner.api.clients
        .create({ params: at, body: { name: 'Hidden' } })
        .then(({ data }) => viewer.api.clients.get({ params: { ...at, clientId: data?.id as never } })),
    ),
    'the life of a membership': await statusOf(gone.api.lists.list({ params: at })),
    'nobody goes beyond himself': await statusOf(
      admin.api.members.update({
        params: { ...at, userId: viewer.userId },
        ifMatch: 1,
        body: { role: 'owner' },
      }),
    ),
  };
}

test('as the code is, every attempt is refused', async () => {
  expect(await attempts(whereabouts())).toEqual({
    'the gates of module, plan and role': 403,
    'the view scope': 404,
    'the life of a membership': 404,
    'nobody goes beyond himself': 403,
  });
});

test('with its check taken out, every attempt comes through: the tests above would fail', async () => {
  const came = await attempts(cloud);
  for (const [check, outcome] of Object.entries(came)) expect([check, outcome]).toEqual([check, 'done']);
});
