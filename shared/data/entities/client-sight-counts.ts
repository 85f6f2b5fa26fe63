import { CustomAttributeType, Entity } from 'electrodb';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';

/**
 * How many clients of each status a member owns, and how many more he is linked to; moves in the transaction
 * that moves a client.
 */
export const ClientSightCounts = new Entity({
  model: { entity: 'clientSightCounts', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    userId: { type: CustomAttributeType<UserId>('string'), required: true },
    active: { type: 'number' },
    pending: { type: 'number' },
    inactive: { type: 'number' },
    linkedActive: { type: 'number' },
    linkedPending: { type: 'number' },
    linkedInactive: { type: 'number' },
  },
  indexes: {
    ofMember: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}', casing: 'none' },
      sk: { field: 'sk', composite: ['userId'], template: 'count#clients#${userId}', casing: 'none' },
    },
  },
});
