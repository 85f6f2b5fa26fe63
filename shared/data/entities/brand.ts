import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { BrandId, ClientId, WorkspaceId } from '#contracts/ids.ts';

/** A brand of one client, in the client's own partition. */
export const Brand = new Entity({
  model: { entity: 'brand', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    brandId: { type: CustomAttributeType<BrandId>('string'), required: true },
    version: { type: 'number', required: true },
    name: { type: 'string', required: true },
    color: { type: 'string' },
    moreColors: { type: 'list', items: { type: 'string' } },
    website: { type: 'string' },
    note: { type: 'string' },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
    /** Rises with whatever comes to hang on it, outside its version: its removal is made over what it read. */
    uses: { type: 'number' },
    /** Only on a tombstone: the item is about to go, and this tells the timeline by whom. */
    deletedAt: { type: 'string' },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['brandId'], template: 'brand#${brandId}', casing: 'none' },
    },
  },
});

export type BrandItem = EntityItem<typeof Brand>;
