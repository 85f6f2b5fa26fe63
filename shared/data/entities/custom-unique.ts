import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';

/** Holds a value of a unique field for one client; that of a client which is gone is anybody's. */
export const CustomUnique = new Entity({
  model: { entity: 'customUnique', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    key: { type: 'string', required: true },
    hash: { type: 'string', required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
  },
  indexes: {
    byValue: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'key', 'hash'],
        template: 'w#${workspaceId}#custom#${key}#${hash}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'custom', casing: 'none' },
    },
  },
});
