import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, UserId, WorkspaceId } from '#contracts/ids.ts';

/** That a person has a portal access at a client, in the directory; what it opens stands with the client. */
export const PortalDoor = new Entity({
  model: { entity: 'portalDoor', version: '1', service: 'directory' },
  attributes: {
    userId: { type: CustomAttributeType<UserId>('string'), required: true },
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
  },
  indexes: {
    byUser: {
      pk: { field: 'pk', composite: ['userId'], template: 'user#${userId}', casing: 'none' },
      sk: {
        field: 'sk',
        composite: ['workspaceId', 'clientId'],
        template: 'portal#${workspaceId}#${clientId}',
        casing: 'none',
      },
    },
  },
});
