import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type State, stateSchema } from './state.ts';

/** The state in memory and its copy on disk. */
interface Store {
  state: State;
  /**
   * Runs one request alone, then writes what it changed, and only then settles as the request did. So every
   * answer is on disk before it is sent, also the refusals that count (wrong passwords, spent attempts).
   */
  exclusive<T>(work: () => Promise<T> | T): Promise<T>;
  /** Settles when every request begun so far is written. */
  idle(): Promise<void>;
}

async function load(file: string): Promise<State | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`The user pools in ${file} cannot be read; move the file away to start afresh.`, {
      cause,
    });
  }
}

/** Replaces the file in one step: a kill at any moment leaves the old content or the new, never a part. */
async function writeWhole(file: string, text: string): Promise<void> {
  const partial = `${file}.partial`;
  const handle = await open(partial, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, file);
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Opens the data file, or an empty state; with null nothing is ever written. Throws on a file it cannot read. */
export async function openStore(file: string | null): Promise<Store> {
  if (file !== null) await mkdir(dirname(file), { recursive: true });
  const state: State = (file === null ? null : await load(file)) ?? { version: 1, pools: {} };
  let written = file === null ? '' : JSON.stringify(state);
  let queue: Promise<unknown> = Promise.resolve();

  async function save(): Promise<void> {
    if (file === null) return;
    const text = JSON.stringify(state);
    if (text === written) return;
    await writeWhole(file, text);
    written = text;
  }

  return {
    state,
    exclusive(work) {
      const turn = queue.then(async () => {
        try {
          return await work();
        } finally {
          await save();
        }
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    async idle() {
      await queue;
    },
  };
}
