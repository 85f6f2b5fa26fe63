import type { Job } from '#contracts/jobs.ts';
import { unlimited } from '#contracts/limits.ts';
import { committer } from '#data/commit.ts';
import type { DocumentClient } from '#data/documents.ts';
import { guarded } from '#data/guard.ts';
import { partition } from '#data/keys.ts';
import { customFieldRepository } from '#data/repositories/custom-fields.ts';
import { fieldPublisher } from '#data/repositories/custom-values.ts';
import * as PortalPublishing from '#domain/portal-publishing.ts';
import { env } from '../runtime/env.ts';

type Publish = Extract<Job, { kind: 'custom_fields.publish' }>;

/**
 * Goes on with rewriting what the portals of a workspace show of its own fields.
 * @returns what is left to do as a job, or null when it is done
 */
export async function publish(
  documents: DocumentClient,
  job: Publish,
  hasTime: () => boolean,
): Promise<Publish | null> {
  const { workspaceId, version } = job;
  const client = guarded(documents, { prefixes: [partition.workspace(workspaceId)] });
  const table = env('FOYER_TABLE');
  const db = { client, table, workspaceId, limits: unlimited, commit: committer(client, table, null) };
  const tools = { customFields: customFieldRepository(db), publisher: fieldPublisher(db) };
  const after = await PortalPublishing.publish(tools, version, job.after, hasTime);
  return after === null ? null : { ...job, after };
}
