import { CustomAttributeType, Entity } from 'electrodb';
import type { BulkEditId, ClientId, WorkspaceId } from '#contracts/ids.ts';
import { bulkOutcomes } from '#contracts/schemas/bulk-edit.ts';
import type { KeptRow } from '#domain/bulk-store.ts';

/**
 * What became of one client of a bulk edit. Its key is the client, so that it is written once however often the
 * client comes along; a dash keeps it out of the index of what was taken back.
 */
export const BulkRow = new Entity({
  model: { entity: 'bulkRow', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    bulkEditId: { type: CustomAttributeType<BulkEditId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    outcome: { type: bulkOutcomes, required: true },
    undone: { type: [...bulkOutcomes, '-'] as const, required: true },
    row: { type: CustomAttributeType<KeptRow>('any'), required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    ofEdit: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'bulkEditId'],
        template: 'w#${workspaceId}#bulk#${bulkEditId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['clientId'], template: 'row#${clientId}', casing: 'none' },
    },
    byOutcome: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId', 'bulkEditId', 'outcome'],
        template: 'w#${workspaceId}#bulk#${bulkEditId}#${outcome}',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['clientId'], template: '${clientId}', casing: 'none' },
    },
    byUndone: {
      index: 'gsi2',
      condition: ({ undone }) => undone !== '-',
      pk: {
        field: 'gsi2pk',
        composite: ['workspaceId', 'bulkEditId', 'undone'],
        template: 'w#${workspaceId}#bulk#${bulkEditId}#undone#${undone}',
        casing: 'none',
      },
      sk: { field: 'gsi2sk', composite: ['clientId'], template: '${clientId}', casing: 'none' },
    },
  },
});
