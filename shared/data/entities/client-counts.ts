import { CustomAttributeType, Entity } from 'electrodb';
import type { WorkspaceId } from '#contracts/ids.ts';

/** How many clients of each status a workspace has; moves in the transaction that moves a client. */
export const ClientCounts = new Entity({
  model: { entity: 'clientCounts', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    active: { type: 'number' },
    pending: { type: 'number' },
    inactive: { type: 'number' },
    /** Those that count towards the plan's limit: active and pending. */
    used: { type: 'number' },
  },
  indexes: {
    byWorkspace: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'count#clients', casing: 'none' },
    },
  },
});
