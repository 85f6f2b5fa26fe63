import { CustomAttributeType, Entity } from 'electrodb';
import type { WorkspaceId } from '#contracts/ids.ts';

/** How many members may come in, and how many of them are owners; moves with every member. */
export const MemberCounts = new Entity({
  model: { entity: 'memberCounts', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    active: { type: 'number' },
    owners: { type: 'number' },
  },
  indexes: {
    byWorkspace: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'count#members', casing: 'none' },
    },
  },
});
