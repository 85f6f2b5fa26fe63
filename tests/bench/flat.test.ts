import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRoutes, routes } from '#contracts/routes.ts';
import { ask, type Bench } from '#infra/bench/ask.ts';
import { prepare } from '#infra/bench/bench.ts';
import { foyer } from '#infra/local/blueprint.ts';
import { type LocalCloud, startCloud } from '#infra/local/cloud.ts';
import { accessKeyOf } from '#infra/local/names.ts';
import { seedClients } from '#infra/local/seed/seed.ts';
import { billing } from '../support/billing.ts';

/** Enough that a page is full for whoever owns half of them, too. */
const FEW = 3_000;
/** A hundred thousand is for a quiet machine: FOYER_FLAT_CLIENTS=100000. */
const MANY = Number(process.env.FOYER_FLAT_CLIENTS ?? 10_000);

/** A cloud of its own without consumers: nothing but the clients grows. */
let cloud: LocalCloud;
let at: Bench & Awaited<ReturnType<typeof prepare>>;
/** The token of a member without `clients.view_all`, who owns half of the clients. */
let limited: string;
let few: Record<string, Cost>;
let many: Record<string, Cost>;
let scans: string;

interface Cost {
  calls: number;
  rcu: number;
}

/** How each route that reads inside a workspace is asked; one without a row fails. */
const samples: Record<string, { query?: object }[]> = {
  'clients.list': [
    {},
    { query: { status: 'active' } },
    { query: { status: 'active', sort: '-lastActivityAt' } },
    { query: { q: 'a' } },
    { query: { sort: '-createdAt' } },
    { query: { sort: '-lastActivityAt' } },
    { query: { owner: 'me' } },
    { query: { sort: '-name' } },
    { query: { tag: 'not:Internal' } },
    { query: { status: 'active,pending', sort: '-lastActivityAt' } },
    { query: { owner: 'me', contact: 'empty:' } },
  ],
  'clients.get': [{}],
  'clients.counts': [{}],
  'clients.trash': [{}],
  'clients.suggestCode': [{ query: { name: 'Amber Analytics' } }],
  'bulkEdits.list': [{}],
  'bulkEdits.get': [{}],
  'bulkEdits.rows': [{}],
  'views.list': [{}],
  'contacts.search': [{ query: { q: 'a' } }],
  'contacts.list': [{}],
  'contacts.get': [{}],
  'contacts.roles': [{}],
  'projects.list': [{}],
  'projects.get': [{}],
  'billingProfiles.list': [{}],
  'billingProfiles.get': [{}],
  'brands.list': [{}],
  'brands.get': [{}],
  'brands.uses': [{}],
  'accountTeam.list': [{}],
  'accountTeam.ofMember': [{}],
  'family.get': [{}],
  'duplicates.list': [{}, { query: { queue: 'dismissed' } }],
  'merges.list': [{}],
  'merges.get': [{}],
  'routing.get': [{}],
  'routing.leaving': [{}],
  'clientSettings.get': [{}],
  'clientSettings.defaults': [{}],
  'customFields.list': [{}],
  'customFields.get': [{}],
  'rates.list': [{}],
  'rates.resolve': [{ query: { position: 'Engineer', on: '2026-06-01' } }],
  'rates.listBrand': [{}],
  'rates.listProject': [{}],
  'rates.card': [{}],
  'notes.list': [{}],
  'notes.ofContact': [{}],
  'notes.get': [{}],
  'followUps.mine': [{ query: { until: '2026-12-31' } }],
  'followUps.list': [{}, { query: { state: 'done' } }],
  'followUps.get': [{}],
  'standards.list': [{}],
  'requirements.due': [{ query: { until: '2099-12-31' } }],
  'requirements.list': [{}],
  'requirements.get': [{}],
  'proposals.list': [{}],
  'activity.ofClient': [{}, { query: { type: 'client.updated' } }],
  'members.list': [{}],
  'roles.list': [{}],
  'invitations.list': [{}],
  'workspaceSettings.get': [{}],
  'lists.list': [{}],
  'workspacePlan.get': [{}],
  'access.explain': [{ query: { action: 'clients.update' } }],
  'sample.get': [{}],
};

const reading = allRoutes().filter(
  ({ route }) => route.audience === 'staff' && route.method === 'GET' && 'workspaceId' in route.params,
);

/** What a limited member asks: his lists are merged of two, his counts are his own. */
const limitedSamples = [
  { route: routes.clients.list, query: {} },
  { route: routes.clients.list, query: { status: 'active' } },
  { route: routes.clients.list, query: { q: 'a' } },
  { route: routes.clients.list, query: { tag: 'empty:' } },
  { route: routes.clients.counts, query: {} },
];

async function costs(params: object, me: string): Promise<Record<string, Cost>> {
  const measured: Record<string, Cost> = {};
  for (const { route, query } of limitedSamples) {
    const { status, cost } = await ask({ ...at, token: limited }, route, { query });
    expect([route.path, status]).toEqual([route.path, 200]);
    measured[`limited ${route.path} ${JSON.stringify(query)}`] = { calls: cost.calls, rcu: cost.rcu };
  }
  for (const { name, route } of reading) {
    for (const { query } of samples[name] ?? []) {
      const asked =
        query && Object.fromEntries(Object.entries(query).map(([k, v]) => [k, v === 'me' ? me : v]));
      const { status, cost } = await ask(at, route, { params, query: asked });
      expect([name, status]).toEqual([name, 200]);
      measured[`${name} ${JSON.stringify(query ?? {})}`] = { calls: cost.calls, rcu: cost.rcu };
    }
  }
  return measured;
}

beforeAll(async () => {
  cloud = await startCloud({ dataDir: null, port: 0, blueprint: { ...foyer, consumers: {} } });
  at = await prepare(cloud);
  const { client } = at.world;
  const account = { email: 'limited@bench.test', password: 'Correct-horse-9!' };
  const person = await at.world.person({ ...account, name: 'Bench Limited' });
  await at.world.join(at.workspaceId, person, 'basic');
  limited = (await ask(at, routes.staffAuth.signIn, { body: account })).json.accessToken;
  await seedClients(client, cloud.tables, at.workspaceId, FEW, { seed: 1 });
  const { json } = await ask(at, routes.clients.list, {});
  const [{ id: clientId, ownerId }] = json.data;
  const contact = await ask(at, routes.contacts.create, { params: { clientId }, body: { firstName: 'Ana' } });
  const project = await ask(at, routes.projects.create, {
    params: { clientId },
    body: { name: 'One', memberIds: [person.userId] },
  });
  const profile = await ask(at, routes.billingProfiles.create, { params: { clientId }, body: billing });
  const brand = await ask(at, routes.brands.create, { params: { clientId }, body: { name: 'One' } });
  const note = await ask(at, routes.notes.create, {
    params: { clientId },
    body: { kind: 'note', body: 'One', contactId: contact.json.id },
  });
  const followUp = await ask(at, routes.followUps.create, {
    params: { clientId },
    body: { what: 'One', dueOn: '2026-11-22' },
  });
  await ask(at, routes.accountTeam.create, {
    params: { clientId },
    body: { userId: person.userId, role: 'lead' },
  });
  const rate = { position: 'Engineer', regular: 12_000, effectiveFrom: '2026-01-01' };
  await ask(at, routes.rates.change, { params: { clientId }, body: { put: [rate] } });
  const tagging = {
    change: { field: 'tags', add: ['Key'] },
    selection: { by: 'ids', ids: [clientId] },
  };
  const bulk = await ask(at, routes.bulkEdits.create, { body: tagging });
  const standard = { key: 'iso_9001', name: 'ISO 9001' };
  await ask(at, routes.standards.create, { body: standard });
  const requirement = await ask(at, routes.requirements.assign, {
    params: { clientId },
    body: { standardKey: standard.key, dueOn: '2099-12-31' },
  });
  const twins = await ask(at, routes.clients.create, { body: { name: 'Twin' } });
  const other = await ask(at, routes.clients.create, { body: { name: 'Other twin' } });
  samples['merges.preview'] = [{ query: { loserId: other.json.id } }];
  const survivor = await ask(at, routes.clients.get, { params: { clientId } });
  const merge = await ask(at, routes.merges.create, {
    params: { clientId },
    body: { loserId: twins.json.id, versions: { survivor: survivor.json.version, loser: 1 } },
  });
  const params = {
    clientId,
    mergeId: merge.json.id,
    requirementId: requirement.json.id,
    contactId: contact.json.id,
    projectId: project.json.id,
    profileId: profile.json.id,
    brandId: brand.json.id,
    bulkEditId: bulk.json.id,
    noteId: note.json.id,
    followUpId: followUp.json.id,
    userId: person.userId,
  };

  const script = ['Scan', 'ExecuteStatement', 'BatchExecuteStatement'].map((operation) => ({
    kind: 'pass' as const,
    operation,
    after: 0,
    probability: 1,
    delayMs: 1,
  }));
  const counting = cloud.faults.add({ seed: 1, rules: script });
  few = await costs(params, ownerId);
  await seedClients(client, cloud.tables, at.workspaceId, MANY - FEW, { seed: 2 });
  many = await costs(params, ownerId);
  scans = JSON.stringify(cloud.faults.lift(counting)?.map(({ matched }) => matched));
}, 1_800_000);
afterAll(() => cloud.close());

test('PERF-5 every route that reads is measured', () => {
  expect(Object.keys(samples).sort()).toEqual(reading.map(({ name }) => name).sort());
});

test(`PERF-5 every read costs at ${MANY} clients what it costs at ${FEW}`, () => {
  expect(Object.keys(few)).toEqual(Object.keys(many));
  for (const [name, { calls, rcu }] of Object.entries(few)) {
    expect([name, many[name]?.calls]).toEqual([name, calls]);
    // Other rows come first among more clients, and some are a little longer.
    expect([name, Math.abs((many[name]?.rcu ?? 0) - rcu) <= 0.5 || many[name]?.rcu]).toEqual([name, true]);
  }
});

test('PERF-5 the counter knows them all', async () => {
  const { json } = await ask(at, routes.clients.counts, {});
  // One of two more was merged away, the other one is there.
  expect(json.active + json.pending + json.inactive).toBe(MANY + 1);
});

test('PERF-5 no read scans, and no function may', async () => {
  expect(scans).toBe('[0,0,0]');
  for (const name of Object.keys(foyer.functions)) {
    const credentials = { accessKeyId: accessKeyOf(name), secretAccessKey: 'local' };
    const own = new DynamoDBClient({
      region: 'eu-central-1',
      endpoint: cloud.endpoints.dynamodb,
      credentials,
    });
    await expect(own.send(new ScanCommand({ TableName: cloud.tables.main }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  }
});
