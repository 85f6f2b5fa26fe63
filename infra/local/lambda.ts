import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Blueprint, runtimesOf } from './blueprint.ts';
import type { Invocation, Outcome, WorkerData } from './lambda-worker.ts';
import { eachLine, type Logs } from './logs.ts';
import { accountId, region } from './names.ts';

/** Why an invocation has no result. */
export class InvocationError extends Error {
  override readonly name = 'InvocationError';
  readonly reason: 'threw' | 'timed_out' | 'crashed' | 'too_large';

  constructor(reason: InvocationError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface Lambda {
  /** Calls a function and gives what it returned, as JSON made it. Rejects with an InvocationError. */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Ends the environments of one function, or of all, so that the next call starts cold. */
  restart(name?: string): Promise<void>;
  close(): Promise<void>;
}

interface LambdaOptions {
  blueprint: Blueprint;
  environment(name: string): Record<string, string>;
  logs: Logs;
}

/** What Lambda takes and gives at most. */
const LARGEST_PAYLOAD = 6 * 1024 * 1024;

/**
 * Invocations that one thread works on at the same time; more wait their turn. Lambda would start another
 * environment for each, so none ever queues for its own sockets until its connections time out.
 */
const AT_ONCE = 24;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: InvocationError): void;
  timer: NodeJS.Timeout;
}

/** One execution environment: a thread with nothing of our own environment in it. */
class Environment {
  private readonly waiting = new Map<number, Waiting>();
  private readonly queue: {
    event: string;
    resolve(result: unknown): void;
    reject(error: InvocationError): void;
  }[] = [];
  private readonly worker: Worker;
  private count = 0;
  private readonly report: (line: string) => void;
  private readonly timeoutSeconds: number;
  private readonly onEnd: () => void;

  constructor(
    data: WorkerData,
    timeoutSeconds: number,
    variables: Record<string, string>,
    logs: Logs,
    onEnd: () => void,
  ) {
    this.timeoutSeconds = timeoutSeconds;
    this.onEnd = onEnd;
    this.report = (line) => logs.error(data.name, line);
    this.worker = new Worker(new URL('./lambda-worker.ts', import.meta.url), {
      env: variables,
      workerData: data,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: data.memoryMb },
    });
    eachLine(this.worker.stdout, (line) => logs.write(data.name, line));
    eachLine(this.worker.stderr, (line) => logs.write(data.name, line));
    this.worker.on('message', (message: Outcome | 'ready') => {
      if (message !== 'ready') this.settle(message);
    });
    this.worker.on('error', (error) => {
      this.report(`The function crashed: ${error.stack ?? error.message}`);
      this.abandon('crashed', error.message);
    });
    this.worker.on('exit', () => this.abandon('crashed', 'The function ended before it answered.'));
  }

  run(event: string): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.queue.push({ event, resolve, reject });
    this.next();
    return promise;
  }

  /** Begins what waits, as far as there is room; its time runs from here. */
  private next(): void {
    while (this.waiting.size < AT_ONCE) {
      const queued = this.queue.shift();
      if (!queued) return;
      const { event, resolve, reject } = queued;
      const id = ++this.count;
      const timer = setTimeout(() => this.timeOut(), this.timeoutSeconds * 1000);
      this.waiting.set(id, { resolve, reject, timer });
      const deadline = Date.now() + this.timeoutSeconds * 1000;
      this.worker.postMessage({ id, requestId: randomUUID(), event, deadline } satisfies Invocation);
    }
  }

  async end(): Promise<void> {
    this.abandon('crashed', 'The function was ended.');
    await this.worker.terminate();
  }

  private settle(outcome: Outcome): void {
    const waiting = this.waiting.get(outcome.id);
    if (!waiting) return;
    this.waiting.delete(outcome.id);
    clearTimeout(waiting.timer);
    this.next();
    if ('error' in outcome) {
      this.report(`The function threw: ${outcome.error}`);
      waiting.reject(new InvocationError('threw', outcome.error));
    } else if (outcome.result.length > LARGEST_PAYLOAD) {
      this.report('The answer is larger than Lambda allows.');
      waiting.reject(new InvocationError('too_large', 'The answer is larger than Lambda allows.'));
    } else waiting.resolve(JSON.parse(outcome.result));
  }

  /** A thread can only be ended as a whole: what else it was doing ends with it, as in a crash. */
  private timeOut(): void {
    const sentence = `Task timed out after ${this.timeoutSeconds.toFixed(2)} seconds`;
    this.report(sentence);
    this.abandon('timed_out', sentence);
    void this.worker.terminate();
  }

  private abandon(reason: InvocationError['reason'], message: string): void {
    this.onEnd();
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(new InvocationError(reason, message));
    }
    this.waiting.clear();
    for (const { reject } of this.queue.splice(0)) reject(new InvocationError(reason, message));
  }
}

/** Runs the bundled functions as Lambda does: started cold on first use, kept warm, each with its own rights. */
export function startLambda({ blueprint, environment, logs }: LambdaOptions): Lambda {
  const runtimes = runtimesOf(blueprint);
  const environments = new Map<string, Environment>();

  function environmentFor(name: string): Environment {
    const present = environments.get(name);
    if (present) return present;
    const runtime = runtimes[name];
    if (!runtime) throw new Error(`There is no function ${name}.`);
    const arn = `arn:aws:lambda:${region}:${accountId}:function:${name}`;
    const bundle = pathToFileURL(blueprint.bundleOf(name)).href;
    const data = { bundle, name, arn, memoryMb: runtime.memoryMb };
    const fresh: Environment = new Environment(data, runtime.timeoutSeconds, environment(name), logs, () => {
      if (environments.get(name) === fresh) environments.delete(name);
    });
    environments.set(name, fresh);
    return fresh;
  }

  async function restart(name?: string): Promise<void> {
    const ended = [...environments].filter(([own]) => name === undefined || own === name);
    await Promise.all(ended.map(([, running]) => running.end()));
  }

  return {
    async invoke(name, event) {
      const payload = JSON.stringify(event);
      if (payload.length > LARGEST_PAYLOAD)
        throw new InvocationError('too_large', 'The event is larger than Lambda allows.');
      return environmentFor(name).run(payload);
    },
    restart,
    close: () => restart(),
  };
}
