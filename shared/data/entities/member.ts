import { CustomAttributeType, Entity } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';
import { memberStatuses } from '#contracts/schemas/member.ts';

/** A person of staff in one workspace; without this item the workspace does not exist for that person. */
export const Member = new Entity({
  model: { entity: 'member', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    userId: { type: CustomAttributeType<UserId>('string'), required: true },
    version: { type: 'number', required: true },
    name: { type: 'string', required: true },
    email: { type: 'string', required: true },
    role: { type: 'string', required: true },
    status: { type: memberStatuses, required: true },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
  },
  indexes: {
    byUser: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}', casing: 'none' },
      sk: { field: 'sk', composite: ['userId'], template: 'member#${userId}', casing: 'none' },
    },
  },
});
