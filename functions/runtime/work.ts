import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSHandler, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';

/** What a worker knows of its own time. */
export interface Shift {
  /** Milliseconds until the platform ends this invocation. */
  remainingMs(): number;
}

const logger = new Logger();

/**
 * The worker of a queue: each message is checked and handled on its own, and the failed ones are reported, so
 * that only they come again. The handler must be safe to repeat. A message that is not what the queue is for
 * fails until it lies with the dead letters.
 */
export function work<T>(
  schema: z.ZodType<T>,
  handle: (message: T, shift: Shift) => Promise<void>,
): SQSHandler {
  const processor = new BatchProcessor(EventType.SQS);
  return (event, context) => {
    const shift: Shift = { remainingMs: () => context.getRemainingTimeInMillis() };
    const one = async ({ body, messageId }: SQSRecord) => {
      try {
        await handle(schema.parse(JSON.parse(body)), shift);
      } catch (error) {
        logger.error('message failed', { messageId, error: error as Error });
        throw error;
      }
    };
    return processPartialResponse(event, one, processor, { context, throwOnFullBatchFailure: false });
  };
}
