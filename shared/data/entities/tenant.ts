import { CustomAttributeType, Entity } from 'electrodb';
import type { WorkspaceId } from '#contracts/ids.ts';

/** That a workspace exists, in the directory: what happens by the clock walks these. */
export const Tenant = new Entity({
  model: { entity: 'tenant', version: '1', service: 'directory' },
  attributes: { workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true } },
  indexes: {
    all: {
      pk: { field: 'pk', composite: [], template: 'workspaces', casing: 'none' },
      sk: { field: 'sk', composite: ['workspaceId'], template: '${workspaceId}', casing: 'none' },
    },
  },
});
