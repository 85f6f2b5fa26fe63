import { CustomAttributeType, Entity } from 'electrodb';
import type { ViewId, WorkspaceId } from '#contracts/ids.ts';

/** How many views stand on a shelf, and with which one its member's list begins. */
export const ViewShelf = new Entity({
  model: { entity: 'viewShelf', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    shelf: { type: 'string', required: true },
    views: { type: 'number' },
    /** A dash where all clients were chosen. */
    defaultViewId: { type: CustomAttributeType<ViewId | '-'>('string') },
  },
  indexes: {
    ofShelf: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'shelf'],
        template: 'w#${workspaceId}#views#${shelf}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'shelf', casing: 'none' },
    },
  },
});
