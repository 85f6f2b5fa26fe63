import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  FilterCriteria,
  type Function as LambdaFunction,
  MetricType,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { StreamConsumer } from '../system.ts';
import type { DeadLetters } from './dead-letters.ts';

/**
 * Ties a consumer to the stream as it is declared. Not by DynamoEventSource, which also grants
 * `dynamodb:ListStreams` on `*`; the four actions on this very stream are enough.
 */
export function connect(
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
