import { afterAll, beforeAll } from 'vitest';
import { type Api, createApi } from '#contracts/client.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import { routes } from '#contracts/routes.ts';
import { verifyWorkspace } from '#data/verify.ts';
import { type LocalCloud, startCloud } from '#infra/local/cloud.ts';
import type { FaultRule } from '#infra/local/faults.ts';
import { worldOf } from '#infra/local/world.ts';

/** A cloud that belongs to one test file: a function that dies takes along whatever else it was doing. */
export interface OwnCloud {
  cloud: LocalCloud;
  workspaceId: WorkspaceId;
  token: string;
  api: Api<typeof routes>;
  /** Puts one rule in force and gives the id to lift it by. */
  fault(rule: FaultRule): string;
  /** Every invariant, once the stream is done. */
  verify(): ReturnType<typeof verifyWorkspace>;
}

async function open(): Promise<OwnCloud> {
  const cloud = await startCloud({ dataDir: null, port: 0 });
  const world = worldOf(cloud);
  const account = { email: 'mara@example.test', password: 'Correct-horse-9!' };
  const owner = await world.person({ ...account, name: 'Mara Lindqvist' });
  const workspaceId = (await world.found({ name: 'Crash Studio', slug: 'crash', owner })).id as WorkspaceId;
  const apiAs = (token: string | null) =>
    createApi(routes, { fetch, baseUrl: cloud.url, token: () => token });
  const { data } = await apiAs(null).staffAuth.signIn({ body: account });
  if (!data || !('accessToken' in data)) throw new Error('not signed in');
  const token = data.accessToken;
  return {
    cloud,
    workspaceId,
    token,
    api: apiAs(token),
    fault: (rule) =>
      cloud.faults.add({ seed: 1, rules: [{ after: 0, probability: 1, delayMs: 1, ...rule }] }),
    async verify() {
      await cloud.idle();
      return verifyWorkspace(world.client, world.tables.main, workspaceId);
    },
  };
}

/** Starts it before the tests of a file and ends it behind them. */
export function useOwnCloud(): () => OwnCloud {
  let own: OwnCloud | undefined;
  beforeAll(async () => {
    own = await open();
  });
  afterAll(() => own?.cloud.close());
  return () => {
    if (!own) throw new Error('the cloud is not there yet');
    return own;
  };
}
