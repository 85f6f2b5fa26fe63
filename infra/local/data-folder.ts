import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import { StartupError } from './ports.ts';

/** Where each part keeps its data; in memory where there is no folder. */
export function placesIn(folder: string | null) {
  const place = (name: string) => (folder === null ? null : join(folder, name));
  return {
    dynamodb: place('dynamodb'),
    cognito: place('cognito.json'),
    mail: place('mail.json'),
    secrets: place('secrets.json'),
    checkpoints: place('checkpoints.json'),
    queues: place('queues'),
    s3: place('s3'),
    logs: place('logs'),
    whereabouts: place('whereabouts.json'),
    lock: place('lock.json'),
  };
}

export type Places = ReturnType<typeof placesIn>;

/** Makes the folder and proves that it can be written to. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    const probe = join(folder, '.probe');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch {
    throw new StartupError(
      `The data folder ${folder} cannot be written to; change its rights or set FOYER_DATA.`,
    );
  }
}

const lockSchema = z.object({ pid: z.number(), port: z.number() });

/** The header by which a running cloud says that it is the one a lock speaks of. */
export const instanceHeader = 'x-foyer-instance';

function isRunning({ pid, port }: z.infer<typeof lockSchema>): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/', timeout: 1000 }, (response) => {
      response.resume();
      resolve(response.headers[instanceHeader] === String(pid));
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });
}

/**
 * Two clouds over one folder would ruin it. The lock names who holds it and is believed only when that one
 * still answers, so a killed cloud leaves nothing to clear away by hand.
 */
export async function takeLock(lock: string, port: number): Promise<void> {
  if (existsSync(lock)) {
    const held = lockSchema.safeParse(JSON.parse(readFileSync(lock, 'utf8') || 'null')).data;
    if (held && held.pid !== process.pid && (await isRunning(held)))
      throw new StartupError(
        `The data folder is in use by the cloud on port ${held.port}; stop that one or set FOYER_DATA.`,
      );
  }
  writeFileSync(lock, JSON.stringify({ pid: process.pid, port }));
}

/** Empties what the parts keep, and touches nothing else: somebody may have named a folder of their own. */
export function emptyFolder(places: Places): void {
  for (const place of Object.values(places)) {
    if (place !== null && place !== places.lock) rmSync(place, { recursive: true, force: true });
  }
}
