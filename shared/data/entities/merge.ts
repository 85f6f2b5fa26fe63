import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ClientId, MergeId, WorkspaceId } from '#contracts/ids.ts';
import { mergeStates } from '#contracts/merging.ts';
import type { Merge as Told } from '#contracts/schemas/merge.ts';

type ToldMerge = Omit<Told, 'id' | 'version' | 'clientId' | 'loserId' | 'state' | 'handled' | 'finishedAt'>;

/**
 * That a client was merged into another, in the partition of the one that stayed. `state` and `handled` move
 * outside of the version: they are no change that anybody made.
 */
export const Merge = new Entity({
  model: { entity: 'merge', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    mergeId: { type: CustomAttributeType<MergeId>('string'), required: true },
    version: { type: 'number', required: true },
    loserId: { type: CustomAttributeType<ClientId>('string'), required: true },
    state: { type: mergeStates, required: true },
    handled: { type: 'number', required: true },
    finishedAt: { type: 'string' },
    merge: { type: CustomAttributeType<ToldMerge>('any'), required: true },
    /** What taking it back needs, as JSON: the stream of DynamoDB Local cannot read an empty map. */
    kept: { type: 'string', required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['mergeId'], template: 'merge#${mergeId}', casing: 'none' },
    },
  },
});

export type MergeItem = EntityItem<typeof Merge>;
