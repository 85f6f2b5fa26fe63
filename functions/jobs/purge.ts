import { unlimited } from '#contracts/limits.ts';
import { committer } from '#data/commit.ts';
import { connect } from '#data/documents.ts';
import { guarded } from '#data/guard.ts';
import { partition } from '#data/keys.ts';
import { everyWorkspace } from '#data/repositories/tenants.ts';
import { trashRepository } from '#data/repositories/trash.ts';
import * as Trash from '#domain/trash.ts';
import { env } from '../runtime/env.ts';
import { scheduled } from '../runtime/schedule.ts';
import { jobsSend } from '../tools/jobs.ts';

const documents = connect();

/** Empties the trash of every workspace, each inside its own walls. */
export const handler = scheduled(async (clock) => {
  const table = env('FOYER_TABLE');
  const { jobs } = jobsSend();
  const directory = guarded(documents, { prefixes: [partition.workspaces] });
  const counted = { workspaces: 0, jobs: 0 };
  for await (const workspaceId of everyWorkspace(directory, env('FOYER_DIRECTORY'))) {
    const client = guarded(documents, { prefixes: [partition.workspace(workspaceId)] });
    const trash = trashRepository({
      client,
      table,
      workspaceId,
      limits: unlimited,
      commit: committer(client, table, null),
    });
    counted.jobs += await Trash.purge({ clock, jobs, data: { trash } }, workspaceId);
    counted.workspaces += 1;
  }
  return counted;
});
