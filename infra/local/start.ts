import { isAbsolute, join, relative, resolve } from 'node:path';
import { build } from '#infra/build.ts';
import { root } from './blueprint.ts';
import { type LocalCloud, startCloud } from './cloud.ts';
import { type DemoCard, seedDemo } from './demo.ts';
import { StartupError } from './ports.ts';

interface RunOptions {
  fresh: boolean;
  environment: NodeJS.ProcessEnv;
}

const DEFAULT_PORT = 4000;
const LONGEST_WAIT_MS = 20_000;

function portFrom(text: string | undefined): number {
  const port = Number(text || DEFAULT_PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartupError(`FOYER_PORT is ${text}, which is not a port; choose a number up to 65535.`);
}

/** A folder of the project is named as its people would, any other in full. */
function shown(folder: string): string {
  const inside = relative(root, folder);
  return inside.startsWith('..') || isAbsolute(inside) ? folder : inside;
}

const row = (label: string, text: string) => `  ${label.padEnd(17)}${text}`;

/** The one screen: where everything is and who can sign in. */
export function screen(
  port: number,
  dataDir: string,
  { signIns, portals }: DemoCard,
  seconds: number,
): string {
  const at = (host: string, path = '') => `http://${host}:${port}${path}`;
  const passwords = new Set(signIns.map(({ password }) => password));
  const [onlyPassword] = passwords.size === 1 ? passwords : [];
  const width = Math.max(0, ...signIns.map(({ email }) => email.length)) + 2;
  const people = signIns.map(({ email, password, role, workspace }) =>
    row('', `${email.padEnd(width)}${role}, ${workspace}${onlyPassword ? '' : `, ${password}`}`),
  );
  return [
    '',
    `  Foyer is running (ready in ${seconds.toFixed(1)} s)`,
    '',
    row('Staff app', at('app.localhost')),
    ...portals.map(({ slug }) => row('Client portal', at(`${slug}.portal.localhost`))),
    row('Mailbox', at('mail.localhost')),
    row('API', at('app.localhost', '/docs')),
    row('Health', at('app.localhost', '/api/health')),
    '',
    row('Sign in as', onlyPassword ? `with password ${onlyPassword}` : ''),
    ...people,
    ...portals.map(({ emails }) =>
      row('Portal sign-in', `${emails.join(' or ')}, with the code from the mailbox`),
    ),
    '',
    `  Data and logs are in ${shown(dataDir)}. Ctrl-C stops it, npm start -- --fresh begins anew.`,
    ...(process.platform === 'darwin'
      ? ['  Safari keeps no sign-in on localhost; use Chrome or Firefox.']
      : []),
    '',
  ].join('\n');
}

/** Comes back when the API answers. */
async function ready(url: string): Promise<void> {
  const until = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const response = await fetch(`${url}/api/health`);
    const text = await response.text();
    if (response.ok) return;
    if (Date.now() > until) throw new StartupError(`The API does not get ready: ${response.status} ${text}`);
  }
}

/** The first signal ends everything in order, the second at once; the engine follows us either way. */
function endOnSignal(cloud: () => LocalCloud | null): { ending: () => boolean } {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, async () => {
      if (ending) process.exit(1);
      ending = true;
      await cloud()?.close();
      process.exit(0);
    });
  return { ending: () => ending };
}

async function start({ fresh, environment }: RunOptions): Promise<void> {
  const began = performance.now();
  const dataDir = resolve(root, environment.FOYER_DATA || '.local');
  let cloud: LocalCloud | null = null;
  const { ending } = endOnSignal(() => cloud);
  const log = (line: string) => console.log(`  ${line}`);

  const building = build({ log });
  building.catch(() => {});
  cloud = await startCloud({ dataDir, port: portFrom(environment.FOYER_PORT), fresh, log, ticking: true });
  cloud.engine.ended.then(() => {
    if (ending()) return;
    console.error(
      `DynamoDB Local ended by itself; ${shown(join(dataDir, 'logs', 'dynamodb.log'))} may tell why.`,
    );
    process.exit(1);
  });
  await building;
  const card = await seedDemo(cloud);
  await ready(cloud.url);
  console.log(screen(cloud.port, dataDir, card, (performance.now() - began) / 1000));
}

/** Runs until it is told to stop. What the person at the keyboard can put right is said in one sentence. */
export async function run(options: RunOptions): Promise<void> {
  try {
    await start(options);
  } catch (error) {
    console.error(error instanceof StartupError ? error.message : error);
    process.exit(1);
  }
}
