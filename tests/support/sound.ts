import type { WorkspaceId } from '#contracts/ids.ts';
import { verifyWorkspace } from '#data/verify.ts';
import { eventually } from './eventually.ts';
import { world } from './given.ts';

/** Every invariant of the workspace holds once the stream has told of the last change. */
export async function expectSound({ workspaceId }: { workspaceId: WorkspaceId }): Promise<void> {
  const { client, tables } = world();
  await eventually(
    async () => (await verifyWorkspace(client, tables.main, workspaceId)).breaches,
    (breaches) => breaches.length === 0,
  );
}
