import { Duration } from 'aws-cdk-lib';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { QueueResource } from '../grants.ts';
import { type QueueWorker, visibilitySeconds, workers } from '../system.ts';

/** A queue with the one beside it, where lies what its worker gave up. */
export interface QueuePair {
  queue: IQueue;
  deadLetters: IQueue;
}

const safe = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

/** The queues that the workers are declared for. They stand with the functions that fill them. */
export class Queues extends Construct {
  private readonly pairs: ReadonlyMap<QueueResource, QueuePair>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const declared: readonly QueueWorker[] = Object.values(workers);
    this.pairs = new Map(declared.map((worker) => [worker.queue, this.create(worker)]));
  }

  /** @throws {Error} for a queue that no worker is declared for */
  of(resource: QueueResource): QueuePair {
    const pair = this.pairs.get(resource);
    if (!pair) throw new Error(`${resource} has no worker.`);
    return pair;
  }

  private create(worker: QueueWorker): QueuePair {
    const { queue: name, receives } = worker;
    const deadLetters = new Queue(this, `${name}DeadLetters`, {
      ...safe,
      retentionPeriod: Duration.days(14),
    });
    const queue = new Queue(this, name, {
      ...safe,
      visibilityTimeout: Duration.seconds(visibilitySeconds(worker)),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: receives },
    });
    return { queue, deadLetters };
  }
}
