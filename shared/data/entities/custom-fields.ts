import { CustomAttributeType, Entity } from 'electrodb';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { CustomField } from '#contracts/schemas/custom-field.ts';

/** The fields that a workspace added to its clients, whole. */
export const CustomFields = new Entity({
  model: { entity: 'customFields', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    version: { type: 'number', required: true },
    /** Absent unless copies in portals are being rewritten. */
    publishing: { type: 'boolean' },
    fields: { type: CustomAttributeType<CustomField[]>('any'), required: true },
  },
  indexes: {
    ofWorkspace: {
      pk: { field: 'pk', composite: ['workspaceId'], template: 'w#${workspaceId}#lists', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'custom-fields', casing: 'none' },
    },
  },
});
