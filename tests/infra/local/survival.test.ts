import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, expect, test } from 'vitest';
import { tables } from '#infra/local/names.ts';

/** What a kill leaves behind: all data, and no process. The cloud runs in a process of its own for that. */

const folder = mkdtempSync(join(tmpdir(), 'foyer-'));
const hosts: ChildProcess[] = [];
afterAll(() => {
  for (const host of hosts) host.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Host {
  child: ChildProcess;
  port: number;
  engine: number;
  client: DynamoDBClient;
  ask(message: 'idle' | 'close'): Promise<void>;
}

function launch(dataDir: string, port = 0): ChildProcess {
  const child = fork(fileURLToPath(new URL('./fixtures/host.ts', import.meta.url)), [dataDir, String(port)], {
    silent: true,
    execArgv: [],
  });
  hosts.push(child);
  return child;
}

async function output(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) text += chunk;
  return text;
}

async function host(port = 0): Promise<Host> {
  const child = launch(folder, port);
  const complaint = output(child.stderr);
  const failed = once(child, 'exit').then(async () => {
    throw new Error(await complaint);
  });
  failed.catch(() => {});
  const [chunk] = await Promise.race([once(child.stdout ?? child, 'data'), failed]);
  const { port: actual, engine, endpoints } = JSON.parse(String(chunk));
  return {
    child,
    port: actual,
    engine,
    client: new DynamoDBClient({
      region: 'eu-central-1',
      endpoint: endpoints.dynamodb,
      credentials: { accessKeyId: 'FOYERLOCALADMIN', secretAccessKey: 'local' },
    }),
    async ask(message) {
      const answered = once(child, 'message');
      child.send(message);
      await answered;
    },
  };
}

async function refusal(dataDir: string, port = 0) {
  const child = launch(dataDir, port);
  const said = output(child.stderr);
  const [code] = await once(child, 'exit');
  return { code, said: (await said).trim() };
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const put = ({ client }: Host, pk: string) =>
  client.send(
    new PutItemCommand({
      TableName: tables.main,
      Item: { pk: { S: pk }, sk: { S: 'x' }, __edb_e__: { S: 'thing' } },
    }),
  );
const get = async ({ client }: Host, pk: string, sk = 'x') =>
  (await client.send(new GetItemCommand({ TableName: tables.main, Key: { pk: { S: pk }, sk: { S: sk } } })))
    .Item;
const secretsOf = () => readFileSync(join(folder, 'secrets.json'), 'utf8');

test('FLT-37, INV-3: a killed cloud leaves no engine, keeps its data, and goes on where it was', async () => {
  const first = await host();
  await put(first, 'before');
  await first.ask('idle');
  const secrets = secretsOf();

  expect(await refusal(folder, first.port)).toEqual({
    code: 1,
    said: `Port ${first.port} is taken; stop what uses it or set FOYER_PORT.`,
  });
  expect(await refusal(folder)).toEqual({
    code: 1,
    said: `The data folder is in use by the cloud on port ${first.port}; stop that one or set FOYER_DATA.`,
  });

  // Acknowledged and not yet through the stream: must neither be lost nor be told twice.
  await put(first, 'at the last moment');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  await expect.poll(() => isAlive(first.engine), { timeout: 10_000 }).toBe(false);

  const second = await host(first.port);
  await second.ask('idle');
  expect(await get(second, 'before')).toBeDefined();
  expect(await get(second, 'at the last moment')).toBeDefined();
  expect((await get(second, 'seen#before', 'seen'))?.times?.N).toBe('1');
  expect(Number((await get(second, 'seen#at the last moment', 'seen'))?.times?.N)).toBeGreaterThan(0);
  expect(secretsOf()).toBe(secrets);

  await second.ask('close');
  await expect.poll(() => isAlive(second.engine), { timeout: 10_000 }).toBe(false);
});

test('a data folder that cannot be one is named', async () => {
  const file = fileURLToPath(import.meta.url);
  const { code, said } = await refusal(join(file, 'data'));
  expect(code).toBe(1);
  expect(said).toBe(
    `The data folder ${join(file, 'data')} cannot be written to; change its rights or set FOYER_DATA.`,
  );
});
