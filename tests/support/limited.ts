import type { WorkspaceId } from '#contracts/ids.ts';
import { builtInRoles } from '#contracts/roles.ts';
import type { givenWorkspace, SignedIn } from './given.ts';

type Given = Pick<Awaited<ReturnType<typeof givenWorkspace>>, 'owner' | 'join'> & {
  workspaceId: WorkspaceId;
};

/**
 * A member with a role of the workspace's own: all that an admin may, but the keys that widen the view. What
 * stops him is sight alone.
 */
export async function joinLimited({ workspaceId, owner, join }: Given): Promise<SignedIn> {
  const params = { workspaceId };
  const { data: table } = await owner.api.roles.list({ params });
  if (!table?.data.some(({ key }) => key === 'limited')) {
    const permissions = builtInRoles.admin.filter((key) => !key.endsWith('.view_all'));
    const body = { key: 'limited', name: 'Limited', permissions };
    await owner.api.roles.create({ params, ifMatch: table?.version ?? 0, body });
  }
  return join('limited');
}
