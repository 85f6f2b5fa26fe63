import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';

/** Holds a client code for one client: two clients can never write the same key. */
export const ClientCodeGuard = new Entity({
  model: { entity: 'clientCode', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    code: { type: 'string', required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    clientName: { type: 'string', required: true },
  },
  indexes: {
    byCode: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'code'],
        template: 'w#${workspaceId}#code#${code}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'code', casing: 'none' },
    },
  },
});
