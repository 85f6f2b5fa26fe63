import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { visibilitySeconds } from '#infra/system.ts';
import { Bell } from './bell.ts';
import type { Blueprint } from './blueprint.ts';
import type { Lambda } from './lambda.ts';
import { accountId, region, resourceNames } from './names.ts';
import { type Message, md5Of, type Queues } from './queues.ts';

interface WorkerOptions {
  workers: Blueprint['workers'];
  queues: Queues;
  lambda: Lambda;
  report(line: string): void;
  /**
   * The first wait before a failed message comes again; each one after it is twice as long. On AWS it is the
   * time that the message stays hidden, which nobody at a keyboard would wait for.
   */
  retryDelayMs?: number;
}

export interface Workers {
  isIdle(): boolean;
  /** Resolves when no queue has anything left that is not a dead letter. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const LONGEST_WAIT_MS = 5_000;

const recordOf = (queue: string, { id, body, receives, sentAt }: Message): SQSRecord => ({
  messageId: id,
  receiptHandle: `${id}#${receives}`,
  body,
  attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: String(sentAt),
    SenderId: accountId,
    ApproximateFirstReceiveTimestamp: String(sentAt),
  },
  messageAttributes: {},
  md5OfBody: md5Of(body),
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:${region}:${accountId}:${queue}`,
  awsRegion: region,
});

/** The ids that an answer reports as failed; one that names no message of the batch fails the whole of it. */
function failedIn(answer: unknown, batch: readonly Message[]): Set<string> {
  const all = new Set(batch.map(({ id }) => id));
  if (typeof answer !== 'object' || answer === null || !('batchItemFailures' in answer)) return new Set();
  const reported = Array.isArray(answer.batchItemFailures) ? answer.batchItemFailures : [];
  const ids = reported.map((failure: { itemIdentifier?: string } | null) => failure?.itemIdentifier ?? '');
  return ids.some((id) => !all.has(id)) ? all : new Set(ids);
}

/** The event source mapping of the queues: gives each worker its batches, one at a time, as they are declared. */
export function startWorkers({ workers, queues, lambda, report, retryDelayMs = 20 }: WorkerOptions): Workers {
  const stopping = new AbortController();
  const bells = new Map<string, Bell>();
  const settled = new Bell();

  async function give(name: string, queue: string, batch: readonly Message[]): Promise<void> {
    const event: SQSEvent = { Records: batch.map((message) => recordOf(queue, message)) };
    let failed: Set<string>;
    try {
      failed = failedIn(await lambda.invoke(name, event), batch);
    } catch (error) {
      // Cut off by a cloud that closes: it lies there still, for the next start.
      if (stopping.signal.aborted) return;
      report(`${name}: ${error instanceof Error ? error.message : error}`);
      failed = new Set(batch.map(({ id }) => id));
    }
    for (const { id, receives } of batch) {
      if (failed.has(id)) queues.release(queue, id, retryDelayMs * 2 ** (receives - 1));
      else queues.remove(queue, id);
    }
  }

  async function run(name: string, worker: Blueprint['workers'][string], bell: Bell): Promise<void> {
    const queue = resourceNames[worker.queue];
    const rules = { ...worker, hiddenMs: visibilitySeconds(worker) * 1000 };
    while (!stopping.signal.aborted) {
      const buried = queues.dead(queue).length;
      const batch = queues.receive(queue, rules);
      if (queues.dead(queue).length > buried) report(`${name} gave a message up to the dead letters.`);
      if (batch.length > 0) {
        await give(name, queue, batch);
        continue;
      }
      settled.ring();
      const next = Math.min(...queues.waiting(queue).map(({ visibleAt }) => visibleAt - Date.now()));
      await bell.wait(Math.max(1, Math.min(next, LONGEST_WAIT_MS)), stopping.signal);
    }
  }

  const running = Object.entries(workers).map(([name, worker]) => {
    const bell = new Bell();
    bells.set(resourceNames[worker.queue], bell);
    return run(name, worker, bell);
  });
  queues.onSend((queue) => bells.get(queue)?.ring());

  const isIdle = () =>
    Object.values(workers).every(({ queue }) => queues.waiting(resourceNames[queue]).length === 0);

  return {
    isIdle,
    async idle() {
      while (!isIdle() && !stopping.signal.aborted) await settled.wait(50, stopping.signal);
    },
    async close() {
      stopping.abort();
      for (const bell of bells.values()) bell.ring();
      await Promise.all(running);
    },
  };
}
