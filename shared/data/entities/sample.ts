import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';

/** Which client of a workspace is the sample: at most one. */
export const Sample = new Entity({
  model: { entity: 'sample', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
  },
  indexes: {
    byWorkspace: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'sample', casing: 'none' },
    },
  },
});
