import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { ClientId, RoutingId, WorkspaceId } from '#contracts/ids.ts';
import type { RoutingRule } from '#contracts/schemas/routing.ts';

/** Who of a client is written to about what: all its rules. */
export const Routing = new Entity({
  model: { entity: 'routing', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    routingId: { type: CustomAttributeType<RoutingId>('string'), required: true },
    version: { type: 'number', required: true },
    rules: { type: CustomAttributeType<RoutingRule[]>('any'), required: true },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'routing', casing: 'none' },
    },
  },
});

export type RoutingItem = EntityItem<typeof Routing>;
