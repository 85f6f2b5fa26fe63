import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type QueueState, startBackground } from './background.ts';
import { type Blueprint, foyer, root, runtimesOf } from './blueprint.ts';
import { openCheckpoints } from './checkpoints.ts';
import { type Cognito, startCognito } from './cognito/server.ts';
import { emptyFolder, instanceHeader, placesIn, prepareFolder, takeLock } from './data-folder.ts';
import { type DeadLetter, openDeadLetters } from './dead-letters.ts';
import { type DynamoDb, startDynamoDb } from './dynamodb.ts';
import { environments, newOriginSecrets, openSecrets } from './environment.ts';
import { type Faults, openFaults } from './faults.ts';
import { createGateway, type Page } from './gateway.ts';
import { startLambda } from './lambda.ts';
import { openLogs } from './logs.ts';
import { buckets, portalPool, queues as queueNames, staffPool, tables } from './names.ts';
import { indexPage } from './pages.ts';
import { answerMessage } from './payload.ts';
import { listen, shut } from './ports.ts';
import { startProxy } from './proxy.ts';
import { openQueues } from './queues.ts';
import { permits } from './s3/permit.ts';
import { startS3 } from './s3/server.ts';
import { openStore } from './s3/store.ts';
import { answerSes, type Mailbox, openMailbox } from './ses.ts';
import { streamReader } from './shards.ts';
import { createSite, withPage } from './sites.ts';
import { answerSqs } from './sqs.ts';
import { streamOf } from './tables.ts';
import { type Undo, undoing } from './undo.ts';
import type { Whereabouts } from './world.ts';

export interface CloudOptions {
  /** Where data is kept across restarts; null keeps all of it in memory. */
  dataDir: string | null;
  /** Of the gateway; 0 takes a free one. */
  port: number;
  /** Empties the data folder first. */
  fresh?: boolean;
  /** Errors of any part, and refusals of the local IAM. */
  log?: (line: string) => void;
  /** Another system than the declared one, for tests of the cloud itself. */
  blueprint?: Blueprint;
  /** The folder with the built apps. */
  sites?: string;
  /** Whether time wakes the schedules; without it only `runSchedule` does. */
  ticking?: boolean;
}

export interface LocalCloud {
  /** Of the gateway, by address; host names choose what answers. */
  url: string;
  port: number;
  endpoints: {
    /** Through the local IAM. */
    dynamodb: string;
    cognito: string;
    s3: string;
    /** Past it, and past everything that watches. */
    dynamodbDirect: string;
  };
  tables: typeof tables;
  staffPool: string;
  portalPool: string;
  cognito: Cognito;
  mail: Pick<Mailbox, 'messages' | 'deliver'>;
  /** The variables that a function is given. */
  environment(functionName: string): Record<string, string>;
  /** Calls a function as AWS would, past the gateway. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Ends the environments of a function, or of all: the next call starts cold. */
  restart(functionName?: string): Promise<void>;
  /** The last lines of a part: a function, or `dynamodb`. */
  logs(part: string): readonly string[];
  deadLetters(consumer: string): DeadLetter[];
  /** What a queue, such as `foyer-jobs`, still has to do and what it gave up. */
  queue(name: string): QueueState;
  /** Runs a schedule as if it were this time. */
  runSchedule(name: string, at?: Date): Promise<void>;
  /** Resolves when every consumer and worker is done with all there was before the call. */
  idle(): Promise<void>;
  /** What goes wrong between the functions and their tables; nothing, unless a test says so. */
  faults: Faults;
  /** The engine's process, for tests that kill it; settles when it ends. */
  engine: Pick<DynamoDb, 'pid' | 'ended'>;
  close(): Promise<void>;
}

const starting: Page = (_request, response) => answerMessage(response, 503, 'Starting');

async function assemble(options: CloudOptions, undo: Undo): Promise<LocalCloud> {
  const { dataDir, blueprint = foyer, sites = `${root}dist/web`, log = () => {}, ticking = false } = options;
  const places = placesIn(dataDir);
  if (dataDir !== null) prepareFolder(dataDir);

  let answer = starting;
  const gateway = createServer((request, response) => {
    response.setHeader(instanceHeader, String(process.pid));
    answer(request, response);
  });
  // First of all, since a taken port is the likeliest reason not to start.
  const port = await listen(gateway, options.port);
  undo.add(() => shut(gateway));
  if (places.lock) await takeLock(places.lock, port);
  if (options.fresh) emptyFolder(places);

  const logs = openLogs(places.logs, log);
  undo.add(() => logs.close());
  const report = (line: string) => logs.error('cloud', line);
  const mailbox = openMailbox(places.mail);
  const [dynamodb, cognito] = await Promise.all([
    startDynamoDb(places.dynamodb, logs).then((started) => {
      undo.add(started.close);
      return started;
    }),
    startCognito({
      dataFile: places.cognito,
      pools: [staffPool, portalPool],
      deliver: mailbox.deliver,
    }),
  ]);
  undo.add(() => cognito.close());

  // The proxy is there before the parts that it tells of what passes through it.
  let poke = () => {};
  let crash = (_functionName: string) => {};
  let idle = async () => {};
  let runSchedule = async (_name: string, _at?: Date) => {};
  const faults = openFaults();
  const queues = openQueues(places.queues, Object.values(queueNames));
  const hushed = new Set<string>();
  const proxy = await startProxy({
    upstreams: { dynamodb: dynamodb.endpoint, cognito: `http://127.0.0.1:${await cognito.listen()}` },
    parts: { sqs: answerSqs(queues), ses: answerSes(mailbox) },
    functionNames: Object.keys(runtimesOf(blueprint)),
    grantsOf: blueprint.grantsOf,
    onWrite: () => poke(),
    crash: (functionName) => crash(functionName),
    admin: {
      faults,
      sign: cognito.forge.sign,
      jwks: cognito.jwks,
      hush: (workspaceId) => void hushed.add(workspaceId),
      hear: async (workspaceId) => {
        await idle();
        hushed.delete(workspaceId);
      },
      runSchedule: (name, at) => runSchedule(name, at),
    },
    report,
  });
  undo.add(proxy.close);

  const originSecrets = newOriginSecrets();
  const environment = environments({
    blueprint,
    cognito,
    endpoint: proxy.url,
    cursorSecret: openSecrets(places.secrets).cursor,
    originSecrets,
  });
  const lambda = startLambda({ blueprint, environment, logs });
  const store = openStore(places.s3, Object.values(buckets));
  const s3 = await startS3({ store, permit: permits(blueprint, report), report });
  undo.add(s3.close);
  const deadLetters = openDeadLetters(store, s3.url);
  const background = startBackground({
    blueprint,
    queues,
    ticking,
    reader: streamReader(dynamodb.endpoint, await streamOf(dynamodb.endpoint, tables.main)),
    lambda,
    checkpoints: openCheckpoints(places.checkpoints),
    deadLetters,
    report,
    hushed,
  });
  ({ poke, idle, runSchedule } = background);
  crash = (functionName) => void lambda.restart(functionName);
  undo.add(async () => {
    // All first say that they are closing, so that calls cut off by the second step are not failures.
    const closed = background.close();
    await lambda.close();
    await closed;
  });

  answer = createGateway({
    blueprint,
    lambda,
    originSecret: originSecrets[0],
    pages: {
      staff: withPage(createSite(`${sites}/staff`), '/docs', createSite(`${sites}/docs`)),
      portal: createSite(`${sites}/portal`),
      mailbox: mailbox.page,
      index: indexPage(),
    },
    report,
  });

  const whereabouts: Whereabouts = {
    url: `http://127.0.0.1:${port}`,
    endpoints: { dynamodb: proxy.url, cognito: proxy.url },
    tables,
    staffPool: staffPool.id,
    portalPool: portalPool.id,
  };
  if (places.whereabouts) {
    const file = places.whereabouts;
    writeFileSync(file, JSON.stringify(whereabouts));
    undo.add(() => rmSync(file, { force: true }));
  }

  return {
    ...whereabouts,
    tables,
    port,
    endpoints: { ...whereabouts.endpoints, s3: s3.url, dynamodbDirect: dynamodb.endpoint },
    cognito,
    mail: mailbox,
    environment,
    invoke: lambda.invoke,
    restart: lambda.restart,
    logs: logs.recent,
    deadLetters: deadLetters.of,
    queue: background.queue,
    runSchedule,
    idle,
    faults,
    engine: { pid: dynamodb.pid, ended: dynamodb.ended },
    close: undo.all,
  };
}

/** Starts every part of the cloud on this machine; when one of them fails, none is left running. */
export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  const undo = undoing();
  try {
    return await assemble(options, undo);
  } catch (error) {
    await undo.all();
    throw error;
  }
}
