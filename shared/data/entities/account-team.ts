import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { AccountTeamId, ClientId, UserId, WorkspaceId } from '#contracts/ids.ts';
import type { KeptPlace } from '#contracts/schemas/account-team.ts';
import { teamRoles } from '#contracts/team-roles.ts';

/** A member's place on the account team of one client, in the client's own partition: nobody has two. */
export const AccountTeam = new Entity({
  model: { entity: 'account_team', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    userId: { type: CustomAttributeType<UserId>('string'), required: true },
    placeId: { type: CustomAttributeType<AccountTeamId>('string'), required: true },
    version: { type: 'number', required: true },
    memberName: { type: 'string', required: true },
    role: { type: teamRoles, required: true },
    since: { type: 'string', required: true },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
    /** Only on a tombstone: the item is about to go, and this tells the timeline by whom. */
    deletedAt: { type: 'string' },
    /** Among whose places it is listed: the member's, `-` for nobody's. */
    heldBy: { type: CustomAttributeType<UserId | '-'>('string'), required: true },
    row: { type: CustomAttributeType<KeptPlace>('any'), required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['userId'], template: 'team#${userId}', casing: 'none' },
    },
    byMember: {
      index: 'gsi1',
      condition: ({ heldBy }) => heldBy !== '-',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId', 'heldBy'],
        template: 'w#${workspaceId}#teams#${heldBy}',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['clientId'], template: '${clientId}', casing: 'none' },
    },
  },
});

export type AccountTeamItem = EntityItem<typeof AccountTeam>;
