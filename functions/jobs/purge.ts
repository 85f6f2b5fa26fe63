import { unlimited } from '#contracts/limits.ts';
import { committer } from '#data/commit.ts';
import { connect } from '#data/documents.ts';
import { guarded } from '#data/guard.ts';
import { partition } from '#data/keys.ts';
import { customFieldRepository } from '#data/repositories/custom-fields.ts';
import { everyWorkspace } from '#data/repositories/tenants.ts';
import { trashRepository } from '#data/repositories/trash.ts';
import * as CustomFields from '#domain/custom-fields.ts';
import * as Trash from '#domain/trash.ts';
import { env } from '../runtime/env.ts';
import { scheduled } from '../runtime/schedule.ts';
import { jobsSend } from '../tools/jobs.ts';

const documents = connect();

/** Empties the trash of every workspace, and takes up work that was lost, each inside its own walls. */
export const handler = scheduled(async (clock) => {
  const table = env('FOYER_TABLE');
  const { jobs } = jobsSend();
  const directory = guarded(documents, { prefixes: [partition.workspaces] });
  const counted = { workspaces: 0, jobs: 0 };
  for await (const workspaceId of everyWorkspace(directory, env('FOYER_DIRECTORY'))) {
    const client = guarded(documents, { prefixes: [partition.workspace(workspaceId)] });
    const commit = committer(client, table, null);
    const db = { client, table, workspaceId, limits: unlimited, commit };
    const [trash, customFields] = [trashRepository(db), customFieldRepository(db)];
    counted.jobs += await Trash.purge({ clock, jobs, data: { trash } }, workspaceId);
    counted.jobs += await CustomFields.resume({ jobs, data: { customFields } }, workspaceId);
    counted.workspaces += 1;
  }
  return counted;
});
