import { CustomAttributeType, Entity } from 'electrodb';
import type { EventType } from '#contracts/events.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { ActivityEvent } from '#contracts/schemas/activity.ts';

const order = { composite: ['at', 'order', 'eventId'], template: '${at}#${order}#${eventId}' } as const;

/** One entry of a client's timeline; written by the stream consumer alone. `row` is all that the indexes carry. */
export const Activity = new Entity({
  model: { entity: 'activity', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    at: { type: 'string', required: true },
    /** The record's version, padded: two changes in one millisecond keep their order. */
    order: { type: 'string', required: true },
    eventId: { type: 'string', required: true },
    type: { type: CustomAttributeType<EventType>('string'), required: true },
    actorId: { type: 'string', required: true },
    row: { type: CustomAttributeType<ActivityEvent>('any'), required: true },
  },
  indexes: {
    byClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}#activity',
        casing: 'none',
      },
      sk: { field: 'sk', ...order, casing: 'none' },
    },
    byType: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId', 'clientId', 'type'],
        template: 'w#${workspaceId}#client#${clientId}#activity#type#${type}',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', ...order, casing: 'none' },
    },
    byActor: {
      index: 'gsi2',
      pk: {
        field: 'gsi2pk',
        composite: ['workspaceId', 'clientId', 'actorId'],
        template: 'w#${workspaceId}#client#${clientId}#activity#actor#${actorId}',
        casing: 'none',
      },
      sk: { field: 'gsi2sk', ...order, casing: 'none' },
    },
    byTypeAndActor: {
      index: 'gsi3',
      pk: {
        field: 'gsi3pk',
        composite: ['workspaceId', 'clientId', 'type', 'actorId'],
        template: 'w#${workspaceId}#client#${clientId}#activity#type#${type}#actor#${actorId}',
        casing: 'none',
      },
      sk: { field: 'gsi3sk', ...order, casing: 'none' },
    },
  },
});
