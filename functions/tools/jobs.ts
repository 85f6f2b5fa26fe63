import { Logger } from '@aws-lambda-powertools/logger';
import { jobQueue } from '#cloud/queue.ts';
import type { Jobs } from '#domain/jobs.ts';
import { env } from '../runtime/env.ts';

const logger = new Logger();

/** `jobs.send`: leaving work for later. A job that could not be left is logged here, whoever bears it then. */
export const jobsSend = (): { jobs: Jobs } => {
  const queue = jobQueue(env('FOYER_JOBS_QUEUE'));
  return {
    jobs: {
      async send(job) {
        try {
          await queue.send(job);
        } catch (error) {
          logger.error('job not sent', { job, error: error as Error });
          throw error;
        }
      },
    },
  };
};
