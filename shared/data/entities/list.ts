import { CustomAttributeType, Entity } from 'electrodb';
import type { WorkspaceId } from '#contracts/ids.ts';
import { type ListEntry, listNames } from '#contracts/schemas/list.ts';

/** One list of a workspace, whole. */
export const List = new Entity({
  model: { entity: 'list', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    name: { type: listNames, required: true },
    version: { type: 'number', required: true },
    entries: { type: CustomAttributeType<ListEntry[]>('any'), required: true },
  },
  indexes: {
    byName: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}#lists', casing: 'none' },
      sk: { field: 'sk', composite: ['name'], template: 'list#${name}', casing: 'none' },
    },
  },
});
