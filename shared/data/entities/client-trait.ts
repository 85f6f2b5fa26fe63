import { CustomAttributeType, Entity } from 'electrodb';
import { traitKinds } from '#contracts/duplicate-signs.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';

/**
 * Something that a client can be known again by, hashed: in its own partition, so that it goes with it, and in
 * an index over all clients that share it.
 */
export const ClientTrait = new Entity({
  model: { entity: 'clientTrait', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    kind: { type: traitKinds, required: true },
    hash: { type: 'string', required: true },
    row: { type: CustomAttributeType<{ clientId: ClientId }>('any'), required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['kind', 'hash'], template: 'trait#${kind}#${hash}', casing: 'none' },
    },
    sharing: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId', 'kind', 'hash'],
        template: 'w#${workspaceId}#trait#${kind}#${hash}',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['clientId'], template: '${clientId}', casing: 'none' },
    },
  },
});
