import { CustomAttributeType, Entity } from 'electrodb';
import type { BulkEditId, UserId, WorkspaceId } from '#contracts/ids.ts';
import { bulkStates, type BulkEdit as Edit } from '#contracts/schemas/bulk-edit.ts';

/** A change of many clients, in a partition of whoever makes it: nobody else's question finds it. */
export const BulkEdit = new Entity({
  model: { entity: 'bulkEdit', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    userId: { type: CustomAttributeType<UserId>('string'), required: true },
    bulkEditId: { type: CustomAttributeType<BulkEditId>('string'), required: true },
    version: { type: 'number', required: true },
    state: { type: bulkStates, required: true },
    edit: { type: CustomAttributeType<Edit>('any'), required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    ofMember: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'userId'],
        template: 'w#${workspaceId}#bulk-edits#${userId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['bulkEditId'], template: '${bulkEditId}', casing: 'none' },
    },
  },
});
