import { systemClock } from '#cloud/clock.ts';
import { Job, type JobKind } from '#contracts/jobs.ts';
import { connect } from '#data/documents.ts';
import { guarded } from '#data/guard.ts';
import { partition } from '#data/keys.ts';
import { sweeper } from '#data/repositories/sweeper.ts';
import * as Trash from '#domain/trash.ts';
import { env } from '../runtime/env.ts';
import { type Shift, work } from '../runtime/work.ts';
import { jobsSend } from '../tools/jobs.ts';
import { proceed } from './bulk-edits.ts';
import { publish } from './custom-fields.ts';
import { proceed as merge } from './merges.ts';

const documents = connect();
/** Kept for what a step has begun, and for sending the rest of the job. */
const RESERVE_MS = 30_000;

type Handlers = { [K in JobKind]: (job: Extract<Job, { kind: K }>, shift: Shift) => Promise<void> };

const handlers: Handlers = {
  async 'client.destroy'(job, { remainingMs }) {
    const { workspaceId, clientId } = job;
    const tools = sweeper({
      workspaceId,
      clock: systemClock,
      tables: { main: env('FOYER_TABLE'), directory: env('FOYER_DIRECTORY') },
      reach: (people) =>
        guarded(documents, {
          prefixes: [partition.workspace(workspaceId), ...people.map(partition.person)],
        }),
    });
    const isDone = await Trash.sweep(tools, clientId, () => remainingMs() > RESERVE_MS);
    if (!isDone) await jobsSend().jobs.send(job);
  },

  async 'bulk_edit.proceed'(job, { remainingMs }) {
    if (!(await proceed(documents, job, () => remainingMs() > RESERVE_MS))) await jobsSend().jobs.send(job);
  },

  async 'custom_fields.publish'(job, { remainingMs }) {
    const rest = await publish(documents, job, () => remainingMs() > RESERVE_MS);
    if (rest) await jobsSend().jobs.send(rest);
  },

  async 'merge.proceed'(job, { remainingMs }) {
    if (!(await merge(documents, job, () => remainingMs() > RESERVE_MS))) await jobsSend().jobs.send(job);
  },
};

/** Does what requests left to be done. */
export const handler = work(Job, <K extends JobKind>(job: Extract<Job, { kind: K }>, shift: Shift) =>
  (handlers[job.kind] as Handlers[K])(job, shift),
);
