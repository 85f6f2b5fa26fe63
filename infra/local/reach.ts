import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { portalDirectory } from '#data/repositories/portal.ts';
import { root } from './blueprint.ts';
import { placesIn } from './data-folder.ts';
import { adminAccessKey } from './names.ts';
import { StartupError } from './ports.ts';
import type { Whereabouts, World } from './world.ts';

const notRunning = () =>
  new StartupError('No local cloud is running here; begin with npm start, or name its folder in FOYER_DATA.');

/** The running local cloud of this checkout, as it wrote down where it is. */
export function runningCloud(environment: NodeJS.ProcessEnv): Whereabouts {
  const { whereabouts } = placesIn(resolve(root, environment.FOYER_DATA || '.local'));
  try {
    return JSON.parse(readFileSync(whereabouts ?? '', 'utf8'));
  } catch {
    throw notRunning();
  }
}

/** The workspace of a slug. */
export async function workspaceOf({ client, tables }: World, slug: string) {
  const found = await portalDirectory(client, tables.directory)
    .workspaceAt(slug)
    .catch(() => {
      throw notRunning();
    });
  if (!found) throw new StartupError(`There is no workspace ${slug} in this cloud.`);
  return found;
}

/** Runs something while the stream passes over the changes of a workspace; others are heard as always. */
export async function whileQuiet(
  { endpoints }: Whereabouts,
  workspaceId: string,
  run: () => Promise<void>,
): Promise<void> {
  const order = (method: string, path: string, body?: object) =>
    fetch(`${endpoints.dynamodb}/__quiet${path}`, {
      method,
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=${adminAccessKey}/x/x/dynamodb/aws4_request` },
      ...(body && { body: JSON.stringify(body) }),
    });
  await order('POST', '', { workspaceId });
  try {
    await run();
  } finally {
    await order('DELETE', `/${workspaceId}`);
  }
}

/** Runs a command: what the person at the keyboard can put right is said in one sentence. */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof StartupError ? error.message : error);
    process.exitCode = 1;
  }
}
