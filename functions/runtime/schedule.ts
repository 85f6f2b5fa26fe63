import { Logger } from '@aws-lambda-powertools/logger';
import type { ScheduledHandler } from 'aws-lambda';
import { frozenClock } from '#cloud/clock.ts';
import type { Clock } from '#domain/deps.ts';

const logger = new Logger();

/**
 * What a schedule runs. Its time is that of the schedule, not of the machine: a run that was repeated or came
 * late does the work of its hour. Must be safe to repeat.
 */
export function scheduled(run: (clock: Clock) => Promise<object>): ScheduledHandler {
  return async ({ time }, context) => {
    logger.addContext(context);
    const clock = frozenClock(new Date(time).toISOString());
    logger.info('schedule ran', { at: clock.now(), ...(await run(clock)) });
  };
}
