import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  FilterCriteria,
  type Function as LambdaFunction,
  MetricType,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { consumers, type StreamConsumer } from '../system.ts';
import type { ApiStack } from './api.ts';
import type { DataStack } from './data.ts';
import { DeadLetters } from './dead-letters.ts';
import { createFunction } from './functions.ts';
import { type Consumer, watch } from './operations.ts';
import type { Options } from './options.ts';

interface EventsProps extends StackProps {
  options: Options;
  data: DataStack;
  api: ApiStack;
}

/** What happens after a change: the consumers of the table's stream, and the watch over everything. */
export class EventsStack extends Stack {
  constructor(scope: Construct, id: string, { options, data, api, ...props }: EventsProps) {
    super(scope, id, props);
    const deadLetters = new DeadLetters(this, 'DeadLetters');
    const declared: Record<string, StreamConsumer> = consumers;
    const running = Object.entries(declared).map(([name, consumer]): Consumer => {
      const handler = createFunction(this, name, consumer, api.meanings, options.distDir);
      const mapping = connect(this, name, consumer, handler, data.streamArn, deadLetters);
      return { name, handler, mappingId: mapping.eventSourceMappingId };
    });
    watch(this, {
      functions: [...api.functions],
      consumers: running,
      apiId: api.api.apiId,
      email: options.alarmEmail,
    });
  }
}

/**
 * Ties a consumer to the stream as it is declared. Not by DynamoEventSource, which also grants
 * `dynamodb:ListStreams` on `*`; the four actions on this very stream are enough.
 */
function connect(
  scope: Construct,
  name: string,
  consumer: StreamConsumer,
  handler: LambdaFunction,
  streamArn: string,
  deadLetters: DeadLetters,
): EventSourceMapping {
  handler.addToRolePolicy(
    new PolicyStatement({
      actions: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      resources: [streamArn],
    }),
  );
  return new EventSourceMapping(scope, `${name}-stream`, {
    target: handler,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: consumer.batchSize,
    retryAttempts: consumer.retries,
    maxRecordAge: Duration.hours(consumer.maxAgeHours),
    bisectBatchOnError: consumer.bisect,
    reportBatchItemFailures: true,
    filters: filtersOf(consumer.entities),
    onFailure: deadLetters,
    supportS3OnFailureDestination: true,
    metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
  });
}

/** A removal has only an old image, a creation only a new one; matching either lets both through. */
function filtersOf(entities: readonly string[]) {
  const entity = { __edb_e__: { S: [...entities] } };
  return [
    FilterCriteria.filter({ dynamodb: { NewImage: entity } }),
    FilterCriteria.filter({ dynamodb: { OldImage: entity } }),
  ];
}
