import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Acquaintance, InvitationDoors } from '#domain/joining.ts';
import { committer } from '../commit.ts';
import type { DocumentClient } from '../documents.ts';
import { Invitation, InvitationDoor } from '../entities/invitation.ts';
import { Person } from '../entities/person.ts';
import { Workspace } from '../entities/workspace.ts';
import { partition } from '../keys.ts';
import { acceptance, fromItem } from './invitations.ts';
import { fromItem as workspaceFrom } from './workspaces.ts';

interface Tables {
  main: string;
  directory: string;
}

/** A client that reaches these partitions and no others. */
type Reach = (prefixes: readonly string[]) => DocumentClient;

/** From a token to its workspace, and into it: each step reaches what the one before has proven. */
export function invitationDoors(reach: Reach, { main, directory }: Tables): InvitationDoors {
  return {
    async find(tokenHash) {
      const atTheDoor = reach([partition.invite(tokenHash)]);
      const { Key } = InvitationDoor.get({ tokenHash }).params<{ Key: object }>({ table: directory });
      const { Item } = await atTheDoor.send(
        new GetCommand({ TableName: directory, Key: Key as never, ConsistentRead: true }),
      );
      const door = InvitationDoor.parse({ Item }).data;
      if (!door) return null;
      const { workspaceId, invitationId } = door;
      const inside = {
        client: reach([partition.workspace(workspaceId)]) as never,
        table: main,
        consistent: true,
      };
      const [invitation, workspace] = await Promise.all([
        Invitation.get({ workspaceId, invitationId }).go(inside),
        Workspace.get({ workspaceId }).go(inside),
      ]);
      if (!invitation.data || !workspace.data) return null;
      return { invitation: fromItem(invitation.data), workspace: workspaceFrom(workspace.data) };
    },

    async accept({ workspace: { id: workspaceId }, invitation }, member, limits) {
      const client = reach([partition.workspace(workspaceId), partition.person(member.userId)]);
      const place = { table: main, directory, workspaceId };
      await committer(client, main, null)(acceptance(place, { invitation, member, limits }), null);
    },
  };
}

/** Whether the directory knows a person. */
export const acquaintance =
  (reach: Reach, table: string): Acquaintance =>
  async (userId) => {
    const client = reach([partition.person(userId)]) as never;
    const { data } = await Person.get({ userId }).go({ client, table, consistent: true });
    return data !== null;
  };
