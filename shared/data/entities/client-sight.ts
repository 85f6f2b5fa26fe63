import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, UserId, WorkspaceId } from '#contracts/ids.ts';
import { type ClientRow, clientStatuses } from '#contracts/schemas/client.ts';
import { shelves } from './client.ts';

/**
 * That a member is linked to a client, and through which of its projects. It carries the client's row and
 * stands on the client's shelf, so that his linked clients are a list in the same order as those he owns.
 */
export const ClientSight = new Entity({
  model: { entity: 'clientSight', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    userId: { type: CustomAttributeType<UserId>('string'), required: true },
    /** A `Set` of project ids, never empty: projects come and go beside each other without a conflict. */
    projectIds: { type: 'any', required: true },
    status: { type: clientStatuses, required: true },
    lastActivityAt: { type: 'string', required: true },
    shelf: { type: shelves, required: true },
    nameKey: { type: 'string', required: true },
    row: { type: CustomAttributeType<Omit<ClientRow, 'lastActivityAt'>>('any'), required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['userId'], template: 'sight#${userId}', casing: 'none' },
    },
    byName: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId', 'shelf', 'userId'],
        template: 'w#${workspaceId}#${shelf}#sight#${userId}',
        casing: 'none',
      },
      sk: {
        field: 'gsi1sk',
        composite: ['nameKey', 'clientId'],
        template: '${nameKey}#${clientId}',
        casing: 'none',
      },
    },
    byStatusAndName: {
      index: 'gsi4',
      pk: {
        field: 'gsi4pk',
        composite: ['workspaceId', 'shelf', 'userId', 'status'],
        template: 'w#${workspaceId}#${shelf}#sight#${userId}#${status}',
        casing: 'none',
      },
      sk: {
        field: 'gsi4sk',
        composite: ['nameKey', 'clientId'],
        template: '${nameKey}#${clientId}',
        casing: 'none',
      },
    },
  },
});
