import { CustomAttributeType, Entity } from 'electrodb';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';

/** A person of staff in one workspace; without this item the workspace does not exist for that person. */
export const Member = new Entity({
  model: { entity: 'member', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    userId: { type: CustomAttributeType<UserId>('string'), required: true },
    name: { type: 'string', required: true },
    email: { type: 'string', required: true },
    role: { type: 'string', required: true },
    status: { type: ['active', 'disabled'] as const, required: true },
    accessVersion: { type: 'number', required: true },
    createdAt: { type: 'string', required: true },
  },
  indexes: {
    byUser: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}', casing: 'none' },
      sk: { field: 'sk', composite: ['userId'], template: 'member#${userId}', casing: 'none' },
    },
  },
});
