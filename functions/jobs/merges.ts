import { systemClock } from '#cloud/clock.ts';
import type { UserId } from '#contracts/ids.ts';
import type { Job } from '#contracts/jobs.ts';
import { unlimited } from '#contracts/limits.ts';
import { committer } from '#data/commit.ts';
import type { Db } from '#data/db.ts';
import type { DocumentClient } from '#data/documents.ts';
import { guarded } from '#data/guard.ts';
import { partition } from '#data/keys.ts';
import { mergeMover } from '#data/repositories/merge-mover.ts';
import * as MergeWork from '#domain/merge-work.ts';
import { env } from '../runtime/env.ts';

/**
 * Goes on with a merge, or with taking it back. Who may was asked when it was: what follows is one change.
 * @returns false when there is more to do
 */
export function proceed(
  documents: DocumentClient,
  job: Extract<Job, { kind: 'merge.proceed' }>,
  hasTime: () => boolean,
): Promise<boolean> {
  const { workspaceId } = job;
  const table = env('FOYER_TABLE');
  const reach = (people: readonly UserId[]): Db => {
    const prefixes = [partition.workspace(workspaceId), ...people.map(partition.person)];
    const client = guarded(documents, { prefixes });
    return { client, table, workspaceId, limits: unlimited, commit: committer(client, table, null) };
  };
  const store = mergeMover({ db: reach([]), reach, directory: env('FOYER_DIRECTORY'), clock: systemClock });
  return MergeWork.proceed(store, job, hasTime);
}
