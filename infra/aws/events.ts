import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import {
  consumers,
  type QueueWorker,
  type Schedule,
  type StreamConsumer,
  schedules,
  workers,
} from '../system.ts';
import type { ApiStack } from './api.ts';
import type { DataStack } from './data.ts';
import { DeadLetters } from './dead-letters.ts';
import { createFunction } from './functions.ts';
import { type Consumer, type Named, type Worker, watch } from './operations.ts';
import type { Options } from './options.ts';
import { connect } from './streams.ts';
import { feed, wake } from './workers.ts';

interface EventsProps extends StackProps {
  options: Options;
  data: DataStack;
  api: ApiStack;
}

/** What nobody waits for: consumers of the stream, workers of the queues, schedules, and the watch over all. */
export class EventsStack extends Stack {
  constructor(scope: Construct, id: string, { options, data, api, ...props }: EventsProps) {
    super(scope, id, props);
    /** Every declared function of one kind, made and tied to what wakes it. */
    const made = <D extends { memoryMb: number; timeoutSeconds: number }, T>(
      declared: Readonly<Record<string, D>>,
      tie: (name: string, declaration: D, handler: LambdaFunction) => T,
    ): T[] =>
      Object.entries(declared).map(([name, declaration]) =>
        tie(name, declaration, createFunction(this, name, declaration, api.meanings, options.distDir)),
      );

    const deadLetters = new DeadLetters(this, 'DeadLetters');
    watch(this, {
      functions: [...api.functions],
      consumers: made<StreamConsumer, Consumer>(consumers, (name, consumer, handler) => {
        const mapping = connect(this, name, consumer, handler, data.streamArn, deadLetters);
        return { name, handler, mappingId: mapping.eventSourceMappingId };
      }),
      workers: made<QueueWorker, Worker>(workers, (name, worker, handler) => {
        const pair = api.queues.of(worker.queue);
        feed(this, name, worker, handler, pair.queue);
        return { name, handler, ...pair };
      }),
      schedules: made<Schedule, Named>(schedules, (name, schedule, handler) => {
        wake(this, name, schedule, handler);
        return { name, handler };
      }),
      apiId: api.api.apiId,
      email: options.alarmEmail,
    });
  }
}
