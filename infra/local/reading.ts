import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBRecord } from 'aws-lambda';
import { Bell } from './bell.ts';
import type { Blueprint } from './blueprint.ts';
import { type Checkpoints, finished } from './checkpoints.ts';
import type { DeadLetters } from './dead-letters.ts';
import { deliver } from './delivery.ts';
import type { Lambda } from './lambda.ts';
import type { Shard, StreamReader } from './shards.ts';
import { ServiceError } from './wire.ts';

export interface ReadingOptions {
  consumers: Blueprint['consumers'];
  reader: StreamReader;
  lambda: Lambda;
  checkpoints: Checkpoints;
  deadLetters: DeadLetters;
  report(line: string): void;
  /** Workspaces whose changes are passed over, such as one that is being filled with a hundred thousand clients. */
  hushed?: ReadonlySet<string>;
  /** The first wait before another try; each one after it is twice as long. */
  retryDelayMs?: number;
}

/** Writes come through the proxy, which pokes; this is for writes that go past it. */
const IDLE_POLL_MS = 50;
const LONGEST_RETRY_DELAY_MS = 5_000;

/** Reads one shard for one consumer, in order and one batch at a time. */
export class Reading {
  readonly bell = new Bell();
  /** When the last look that found nothing began. */
  emptySince = -1;
  /** How many records have been seen. */
  seen = 0;
  ended = false;
  private readonly waiters: (() => void)[] = [];
  private readonly name: string;
  private readonly shard: Shard;
  private readonly options: ReadingOptions;
  private readonly signal: AbortSignal;
  private readonly clock: () => number;

  constructor(name: string, shard: Shard, options: ReadingOptions, signal: AbortSignal, clock: () => number) {
    this.name = name;
    this.shard = shard;
    this.options = options;
    this.signal = signal;
    this.clock = clock;
  }

  /** Reads until the shard's end or until closed. */
  async run(): Promise<void> {
    const { reader, report } = this.options;
    const limit = this.consumer.batchSize;
    let iterator: string | null = null;
    while (!this.signal.aborted) {
      try {
        iterator ??= await reader.iterator(this.shard.id, this.position);
        const began = this.clock();
        const page = await reader.page(iterator, limit);
        this.seen += page.records.length;
        if (page.records.length > 0) await this.give(page.records);
        iterator = page.next;
        if (iterator === null) return this.finish();
        if (page.records.length > 0) continue;
        this.emptySince = began;
        this.tell();
        await this.bell.wait(IDLE_POLL_MS, this.signal);
      } catch (error) {
        if (this.signal.aborted) return;
        // Iterators expire after a quarter of an hour, for instance while the machine sleeps.
        iterator = null;
        if (!(error instanceof ServiceError && error.type === 'ExpiredIteratorException'))
          report(`${this.name}: ${error instanceof Error ? error.message : error}`);
        await this.bell.wait(IDLE_POLL_MS * 4, this.signal);
      }
    }
  }

  /** Resolves when a look that began after this moment found nothing, or the shard came to its end. */
  async caughtUp(moment: number): Promise<void> {
    this.bell.ring();
    while (!this.ended && !this.signal.aborted && this.emptySince <= moment)
      await new Promise<void>((resolve) => this.waiters.push(resolve));
  }

  tell(): void {
    for (const waiter of this.waiters.splice(0)) waiter();
  }

  private get consumer() {
    const consumer = this.options.consumers[this.name];
    if (!consumer) throw new Error(`There is no consumer ${this.name}.`);
    return consumer;
  }

  private get position(): string | undefined {
    return this.options.checkpoints.get(this.name, this.shard.id);
  }

  private finish(): void {
    this.options.checkpoints.set(this.name, this.shard.id, finished);
    this.ended = true;
    this.tell();
  }

  /** Entities the consumer asked for; others pass by, as through the filters of the mapping on AWS. */
  private concerns(record: DynamoDBRecord): boolean {
    const entity = (image?: Record<string, { S?: string }>) => image?.__edb_e__?.S ?? '';
    const { NewImage, OldImage } = record.dynamodb ?? {};
    if (this.options.hushed?.has((NewImage ?? OldImage)?.workspaceId?.S ?? '')) return false;
    return (
      this.consumer.entities.includes(entity(NewImage)) || this.consumer.entities.includes(entity(OldImage))
    );
  }

  private async give(page: readonly DynamoDBRecord[]): Promise<void> {
    const { lambda, deadLetters, report, retryDelayMs = 20 } = this.options;
    const checkpoint = (record: DynamoDBRecord | undefined) => {
      const sequence = record?.dynamodb?.SequenceNumber;
      if (sequence) this.options.checkpoints.set(this.name, this.shard.id, sequence);
    };
    const records = page.filter((record) => this.concerns(record));
    if (records.length > 0)
      await deliver(records, this.consumer, {
        invoke: (Records) => lambda.invoke(this.name, { Records }),
        closing: () => this.signal.aborted,
        done: checkpoint,
        bury: async (letter) => {
          await deadLetters.put({ consumer: this.name, ...letter });
          report(`${this.name}: a record went to the dead letters (${letter.reason}): ${letter.error}`);
        },
        pause: (tries) =>
          sleep(Math.min(retryDelayMs * 2 ** (tries - 1), LONGEST_RETRY_DELAY_MS), undefined, {
            signal: this.signal,
          }),
        now: Date.now,
      });
    checkpoint(page.at(-1));
  }
}
