import { runningCloud, whileQuiet, workspaceOf } from '../reach.ts';
import { worldOf } from '../world.ts';
import { seedClients } from './seed.ts';

interface SeedOrder {
  workspace: string;
  clients: number;
  seed: number;
  timeline: boolean;
  environment: NodeJS.ProcessEnv;
}

const WIDTH = 30;

/** A bar on the terminal, on stderr so that the output stays clean. */
export function progressBar(all: number): (done: number) => void {
  const began = performance.now();
  return (done) => {
    const filled = Math.round((WIDTH * done) / all);
    const rate = Math.round((done / (performance.now() - began)) * 1000);
    const bar = '#'.repeat(filled).padEnd(WIDTH, '.');
    process.stderr.write(`\r  ${bar} ${done} of ${all}, ${rate} a second ${done >= all ? '\n' : ''}`);
  };
}

/**
 * Fills a workspace of the running cloud. The stream passes over its changes meanwhile: a hundred thousand
 * events would keep the timeline of everybody else waiting.
 */
export async function seedRunning({
  workspace,
  clients,
  seed,
  timeline,
  environment,
}: SeedOrder): Promise<void> {
  const where = runningCloud(environment);
  const world = worldOf(where);
  const workspaceId = await workspaceOf(world, workspace);
  const onProgress = progressBar(clients);
  await whileQuiet(where, workspaceId, () =>
    seedClients(world.client, world.tables, workspaceId, clients, { seed, timeline, onProgress }),
  );
  console.log(`Seeded ${clients} clients into ${workspace}${timeline ? ' with their first events' : ''}.`);
}
