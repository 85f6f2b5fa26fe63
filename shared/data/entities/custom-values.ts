import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { ClientId, CustomValuesId, WorkspaceId } from '#contracts/ids.ts';
import type { CustomValue } from '#contracts/schemas/custom-field.ts';
import type { ValuesRecord } from '#domain/custom-values.ts';

/**
 * What a client has of the workspace's own fields, whole. Empty maps are left out: the stream of DynamoDB Local
 * loses the type of one, and the image could not be read.
 */
export const CustomValues = new Entity({
  model: { entity: 'custom_values', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    valuesId: { type: CustomAttributeType<CustomValuesId>('string'), required: true },
    version: { type: 'number', required: true },
    values: { type: CustomAttributeType<Record<string, CustomValue>>('any') },
    named: { type: CustomAttributeType<ValuesRecord['named']>('any') },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
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
      sk: { field: 'sk', composite: [], template: 'custom-values', casing: 'none' },
    },
    /** Every client that has any, in a fixed order. */
    holding: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId'],
        template: 'w#${workspaceId}#all-custom-values',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['clientId'], template: '${clientId}', casing: 'none' },
    },
  },
});

export type CustomValuesItem = EntityItem<typeof CustomValues>;
