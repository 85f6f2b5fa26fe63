import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';

/** That a client stands below another one, in the partition of the upper: its children are one query. */
export const ClientChild = new Entity({
  model: { entity: 'clientChild', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    parentId: { type: CustomAttributeType<ClientId>('string'), required: true },
    childId: { type: CustomAttributeType<ClientId>('string'), required: true },
  },
  indexes: {
    ofParent: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'parentId'],
        template: 'w#${workspaceId}#client#${parentId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['childId'], template: 'child#${childId}', casing: 'none' },
    },
  },
});
