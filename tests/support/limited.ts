import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { WorkspaceId } from '#contracts/ids.ts';
import { type BuiltInRole, builtInRoles } from '#contracts/roles.ts';
import { givenPerson, type SignedIn, world } from './given.ts';

/**
 * A member with a role of the workspace's own: all that an admin may, but the keys that widen the view. What
 * stops him is sight alone.
 */
export async function joinLimited({ workspaceId }: { workspaceId: WorkspaceId }): Promise<SignedIn> {
  const { client, tables, join } = world();
  const keys = builtInRoles.admin.filter((key) => !key.endsWith('.view_all'));
  await client.send(
    new UpdateCommand({
      TableName: tables.main,
      Key: { pk: `w#${workspaceId}`, sk: 'workspace' },
      UpdateExpression: 'SET customRoles = :roles',
      ExpressionAttributeValues: { ':roles': { limited: keys } },
    }),
  );
  const member = await givenPerson('Tom Okafor');
  await join(workspaceId, member.person, 'limited' as BuiltInRole);
  return member;
}
