import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, ContactId, UserId, WorkspaceId } from '#contracts/ids.ts';
import type { PortalSection } from '#contracts/permissions.ts';

/** That a person may enter the portal of a client, and which sections; without it the portal does not exist. */
export const PortalAccess = new Entity({
  model: { entity: 'portalAccess', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    userId: { type: CustomAttributeType<UserId>('string'), required: true },
    contactId: { type: CustomAttributeType<ContactId>('string'), required: true },
    name: { type: 'string', required: true },
    sections: { type: CustomAttributeType<PortalSection[]>('any'), required: true },
    status: { type: ['active', 'revoked'] as const, required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#portal#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['userId'], template: 'access#${userId}', casing: 'none' },
    },
    all: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId'],
        template: 'w#${workspaceId}#all-accesses',
        casing: 'none',
      },
      sk: {
        field: 'gsi1sk',
        composite: ['clientId', 'userId'],
        template: '${clientId}#${userId}',
        casing: 'none',
      },
    },
  },
});
