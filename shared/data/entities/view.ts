import { CustomAttributeType, Entity } from 'electrodb';
import type { ViewId, WorkspaceId } from '#contracts/ids.ts';
import type { View as SavedView } from '#contracts/schemas/view.ts';

/** A saved view, on the shelf of its member or on the one that everybody sees. */
export const View = new Entity({
  model: { entity: 'view', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    shelf: { type: 'string', required: true },
    viewId: { type: CustomAttributeType<ViewId>('string'), required: true },
    version: { type: 'number', required: true },
    view: { type: CustomAttributeType<SavedView>('any'), required: true },
  },
  indexes: {
    ofShelf: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'shelf'],
        template: 'w#${workspaceId}#views#${shelf}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['viewId'], template: 'view#${viewId}', casing: 'none' },
    },
  },
});
