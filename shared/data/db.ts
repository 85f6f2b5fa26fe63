import type { WorkspaceId } from '#contracts/ids.ts';
import type { Limits } from '#contracts/limits.ts';
import type { Commit } from './commit.ts';
import type { DocumentClient } from './documents.ts';

/** What a repository works with: a client bound to a scope, its table, and the way to commit. */
export interface Db {
  client: DocumentClient;
  table: string;
  workspaceId: WorkspaceId;
  /** What the workspace's plan allows; counters do not rise past it. */
  limits: Limits;
  commit: Commit;
}
