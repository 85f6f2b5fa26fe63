import type { WorkspaceId } from '#contracts/ids.ts';
import type { Commit } from './commit.ts';
import type { DocumentClient } from './documents.ts';

/** What a repository works with: a client bound to a scope, its table, and the way to commit. */
export interface Db {
  client: DocumentClient;
  table: string;
  workspaceId: WorkspaceId;
  commit: Commit;
}
