import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';

/** Both images of a changed item, as plain values. */
export interface Images {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

const logger = new Logger();

/**
 * A consumer of the table's stream: each record on its own, and the failed ones reported, so that the platform
 * repeats from the first of them. The handler must be safe to repeat.
 */
export function consume(handle: (images: Images) => Promise<void>): DynamoDBStreamHandler {
  const processor = new BatchProcessor(EventType.DynamoDBStreams);
  const one = async ({ dynamodb, eventID }: DynamoDBRecord) => {
    try {
      await handle({ before: plain(dynamodb?.OldImage), after: plain(dynamodb?.NewImage) });
    } catch (error) {
      logger.error('record failed', { eventId: eventID, error: error as Error });
      throw error;
    }
  };
  return (event, context) =>
    processPartialResponse(event, one, processor, { context, throwOnFullBatchFailure: false });
}

type Marshalled = NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];

const plain = (image: Marshalled) =>
  image ? unmarshall(image as unknown as Record<string, AttributeValue>) : null;
