import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { ShownField, ShownValues } from '#domain/portal-fields.ts';

/** The workspace's own fields that portals show, in a partition that holds nothing else. */
export const PortalFields = new Entity({
  model: { entity: 'portalFields', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    fields: { type: CustomAttributeType<ShownField[]>('any'), required: true },
  },
  indexes: {
    ofWorkspace: {
      pk: {
        field: 'pk',
        composite: ['workspaceId'],
        template: 'w#${workspaceId}#portal-fields',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'fields', casing: 'none' },
    },
  },
});

/** What a client has of them: in its portal partition, so that it goes with it. */
export const PortalValues = new Entity({
  model: { entity: 'portalValues', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    values: { type: CustomAttributeType<ShownValues>('any'), required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#portal#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'fields', casing: 'none' },
    },
  },
});
