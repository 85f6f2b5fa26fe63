import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { PortalCompany as Company } from '#contracts/schemas/portal.ts';

/** The sanitised copy of a client in its portal partition: all that the portal knows of it. */
export const PortalCompany = new Entity({
  model: { entity: 'portalCompany', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    company: { type: CustomAttributeType<Company>('any'), required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#portal#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'company', casing: 'none' },
    },
  },
});
