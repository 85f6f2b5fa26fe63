import { CustomAttributeType, Entity } from 'electrodb';
import type { BulkEditId, WorkspaceId } from '#contracts/ids.ts';
import type { Frozen } from '#domain/bulk-store.ts';

/** Some hundred clients of a frozen selection, in its order. */
export const BulkSlice = new Entity({
  model: { entity: 'bulkSlice', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    bulkEditId: { type: CustomAttributeType<BulkEditId>('string'), required: true },
    number: { type: 'number', required: true, padding: { length: 4, char: '0' } },
    frozen: { type: CustomAttributeType<Frozen[]>('any'), required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    ofEdit: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'bulkEditId'],
        template: 'w#${workspaceId}#bulk#${bulkEditId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['number'], template: 'slice#${number}', casing: 'none' },
    },
  },
});
