import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import { pairQueues } from '#contracts/duplicate-signs.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { Pair } from '#domain/pairs.ts';

const ofClient = {
  field: 'pk',
  composite: ['workspaceId', 'clientId'],
  template: 'w#${workspaceId}#client#${clientId}',
  casing: 'none',
} as const;

/** Two clients that may be one, in the partition of the one that was there first. */
export const DuplicatePair = new Entity({
  model: { entity: 'duplicatePair', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    otherId: { type: CustomAttributeType<ClientId>('string'), required: true },
    version: { type: 'number', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
    /** `-` for a pair that is in no queue. */
    queue: { type: [...pairQueues, '-'] as const, required: true },
    /** Of two digits, the likeliest the greatest. */
    rank: { type: 'string', required: true },
    row: { type: CustomAttributeType<Pair>('any'), required: true },
  },
  indexes: {
    ofClient: {
      pk: ofClient,
      sk: { field: 'sk', composite: ['otherId'], template: 'pair#${otherId}', casing: 'none' },
    },
    byLikelihood: {
      index: 'gsi1',
      condition: ({ queue }) => queue !== '-',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId', 'queue'],
        template: 'w#${workspaceId}#pairs#${queue}',
        casing: 'none',
      },
      sk: {
        field: 'gsi1sk',
        composite: ['rank', 'clientId', 'otherId'],
        template: '${rank}#${clientId}#${otherId}',
        casing: 'none',
      },
    },
  },
});

export type DuplicatePairItem = EntityItem<typeof DuplicatePair>;

/** The other half of a pair, in the partition of the client that came later: it tells where the pair stands. */
export const DuplicateMate = new Entity({
  model: { entity: 'duplicateMate', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    firstId: { type: CustomAttributeType<ClientId>('string'), required: true },
  },
  indexes: {
    ofClient: {
      pk: ofClient,
      sk: { field: 'sk', composite: ['firstId'], template: 'mate#${firstId}', casing: 'none' },
    },
  },
});
