import type { WorkspaceId } from '#contracts/ids.ts';
import type { DocumentClient } from '../documents.ts';
import { Tenant } from '../entities/tenant.ts';

/** Every workspace of the installation, a page of the directory at a time. */
export async function* everyWorkspace(client: DocumentClient, table: string): AsyncGenerator<WorkspaceId> {
  for (let cursor: string | null = null; ; ) {
    const page: { data: { workspaceId: WorkspaceId }[]; cursor: string | null } = await Tenant.query
      .all({})
      .go({ client: client as never, table, cursor });
    for (const { workspaceId } of page.data) yield workspaceId;
    cursor = page.cursor;
    if (cursor === null) return;
  }
}
