import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { createApi } from '#contracts/client.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import { unlimited } from '#contracts/limits.ts';
import type { Route } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';
import { partition } from '#data/keys.ts';
import { activityRepository } from '#data/repositories/activity.ts';
import { describe } from '#domain/activity.ts';
import { foyer } from '../local/blueprint.ts';
import { type LocalCloud, startCloud } from '../local/cloud.ts';
import { seedClients } from '../local/seed/seed.ts';
import { type World, worldOf } from '../local/world.ts';
import { ask, type Bench } from './ask.ts';
import { type Measured, measure } from './measure.ts';

export interface BenchOptions {
  clients: number;
  runs: number;
  onProgress: (done: number) => void;
}

export interface BenchResult {
  seededPerSecond: number;
  rows: Row[];
}

export interface Row extends Measured {
  operation: string;
  /** The bare SDK query of the same items, measured in turn with it. */
  bareP50: number | null;
  calls: number;
  rcu: number;
  wcu: number;
}

/** A cloud in memory without consumers: what is seeded makes no events, and nothing runs beside the measured. */
export async function bench({ clients, runs, onProgress }: BenchOptions): Promise<BenchResult> {
  const cloud = await startCloud({ dataDir: null, port: 0, blueprint: { ...foyer, consumers: {} } });
  try {
    const at = await prepare(cloud);
    const began = performance.now();
    await seedClients(at.world.client, cloud.tables, at.workspaceId, clients, { onProgress });
    const seededPerSecond = Math.round((clients / (performance.now() - began)) * 1000);
    return { seededPerSecond, rows: await measureAll(at, runs) };
  } finally {
    await cloud.close();
  }
}

/** A workspace with an owner who is signed in. */
export async function prepare(cloud: LocalCloud): Promise<Bench & { world: World }> {
  const world = worldOf(cloud);
  const account = { email: 'owner@bench.test', password: 'Correct-horse-9!' };
  const owner = await world.person({ ...account, name: 'Bench Owner' });
  const workspace = await world.found({ name: 'Bench', slug: 'bench', owner });
  const api = createApi(routes, { fetch, baseUrl: cloud.url, token: () => null });
  const { data } = await api.staffAuth.signIn({ body: account });
  if (!data || !('accessToken' in data)) throw new Error('not signed in');
  return { world, url: cloud.url, token: data.accessToken, workspaceId: workspace.id as WorkspaceId };
}

/** Every operation of the table in docs/performance.md. */
async function measureAll(at: Bench & { world: World }, runs: number): Promise<Row[]> {
  const { client, tables } = at.world;
  const { json } = await ask(at, routes.clients.list, { query: { sort: '-createdAt' } });
  const [first, ...others] = json.data.map(({ id }: { id: ClientId }) => id) as ClientId[];
  if (!first) throw new Error('nothing was seeded');
  for (let n = 0; n < 10; n += 1) {
    const body = { firstName: `Person ${n}`, emails: [`p${n}@bench.test`] };
    await ask(at, routes.contacts.create, { params: { clientId: first }, body });
  }
  await tellOf(at, first);

  const query = (pk: string, more: object = {}) =>
    new QueryCommand({
      TableName: tables.main,
      Limit: 50,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ...more,
    });
  const shelf = `${partition.workspace(at.workspaceId)}#clients`;
  const ofClient = `${partition.workspace(at.workspaceId)}#client#${first}`;
  const byName = (more = '', values = {}) =>
    query(shelf, {
      IndexName: 'gsi1',
      KeyConditionExpression: `gsi1pk = :pk${more}`,
      ExpressionAttributeValues: { ':pk': shelf, ...values },
    });
  const params = { clientId: first };
  let serial = 0;
  const next = () => {
    serial += 1;
    return serial;
  };

  const operations: Record<string, { route: Route; call: () => object; bare?: () => object }> = {
    'list 50': { route: routes.clients.list, call: () => ({}), bare: () => byName() },
    'search prefix': {
      route: routes.clients.list,
      call: () => ({ query: { q: 'a' } }),
      bare: () => byName(' AND begins_with(gsi1sk, :q)', { ':q': 'a' }),
    },
    get: { route: routes.clients.get, call: () => ({ params }) },
    counts: { route: routes.clients.counts, call: () => ({}) },
    'contacts list': {
      route: routes.contacts.list,
      call: () => ({ params }),
      bare: () =>
        query(ofClient, {
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
          ExpressionAttributeValues: { ':pk': ofClient, ':sk': 'contact#' },
        }),
    },
    'timeline 50': {
      route: routes.activity.ofClient,
      call: () => ({ params }),
      bare: () => query(`${ofClient}#activity`, { ScanIndexForward: false }),
    },
    create: {
      route: routes.clients.create,
      call: () => ({
        body: { name: `Bench ${next()}`, code: `Z${serial.toString(36).toUpperCase().padStart(5, '0')}` },
      }),
    },
    update: {
      route: routes.clients.update,
      call: () => {
        const turn = others[next() % others.length];
        return { params: { clientId: turn }, ifMatch: 'fresh', body: { tags: [`Tag ${serial}`] } };
      },
    },
  };

  const rows: Row[] = [];
  for (const [operation, { route, call, bare }] of Object.entries(operations)) {
    rows.push(await row(at, operation, runs, route, call, bare && (() => client.send(bare()))));
  }
  return rows;
}

async function row(
  at: Bench,
  operation: string,
  runs: number,
  route: Route,
  call: () => object,
  bare: (() => Promise<unknown>) | undefined,
): Promise<Row> {
  let cost = { calls: 0, rcu: 0, wcu: 0 };
  const versions = new Map<unknown, number>();
  /** A change names the version of its record: a new one was read before the clock runs. */
  const prepared = async () => {
    const wanted = call() as { params?: { clientId?: ClientId }; ifMatch?: unknown };
    if (wanted.ifMatch !== 'fresh') return wanted;
    const id = wanted.params?.clientId;
    const known = versions.get(id) ?? (await ask(at, routes.clients.get, wanted)).json.version;
    versions.set(id, known + 1);
    return { ...wanted, ifMatch: known };
  };
  const ours = {
    prepare: prepared,
    run: async (wanted: unknown) => {
      const answer = await ask(at, route, wanted as object);
      if (answer.status !== route.status) throw new Error(`${operation}: ${answer.status}`);
      cost = answer.cost;
    },
  };
  const [measured = { p50: 0, p95: 0 }, compared] = await measure(
    runs,
    bare ? [ours, { run: bare }] : [ours],
  );
  return { operation, ...measured, bareP50: compared?.p50 ?? null, ...cost };
}

/** Sixty events of one client, as its stream consumer would have written them. */
async function tellOf({ world, workspaceId }: Bench & { world: World }, clientId: ClientId): Promise<void> {
  const { client, tables } = world;
  const commit = () => Promise.reject(new Error('nothing to commit'));
  const writer = activityRepository({ client, table: tables.main, workspaceId, limits: unlimited, commit });
  for (let version = 2; version < 62; version += 1) {
    const at = new Date(Date.parse('2026-11-01T00:00:00Z') + version * 60_000).toISOString();
    const updatedBy = { type: 'staff' as const, id: 'bench', label: 'Bench Owner' };
    const after = {
      id: clientId,
      version,
      name: `Name ${version}`,
      updatedAt: at,
      updatedBy,
      deletedAt: null,
    };
    const before = { ...after, version: version - 1, name: `Name ${version - 1}` };
    for (const event of describe({ kind: 'client', clientId, before, after })) {
      await writer.append(clientId, event, version);
    }
  }
}
