import { CustomAttributeType, Entity } from 'electrodb';
import type { BrandId, ClientId, WorkspaceId } from '#contracts/ids.ts';

/** Holds a name for one brand of a client, case aside; hashed, since a name may hold any character. */
export const BrandNameGuard = new Entity({
  model: { entity: 'brandName', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    nameHash: { type: 'string', required: true },
    brandId: { type: CustomAttributeType<BrandId>('string'), required: true },
  },
  indexes: {
    byName: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['nameHash'], template: 'brandname#${nameHash}', casing: 'none' },
    },
  },
});
