import type { Job } from '#contracts/jobs.ts';

/** Where work is left that need not be done before the answer. */
export interface Jobs {
  /** Leaves a job in the queue; it is done soon, at least once. @throws when the queue does not take it */
  send(job: Job): Promise<void>;
}
