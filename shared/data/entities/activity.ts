import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { Activity as ActivityRecord } from '#contracts/schemas/activity.ts';

/** One entry of a client's timeline; written by the stream consumer alone. */
export const Activity = new Entity({
  model: { entity: 'activity', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    at: { type: 'string', required: true },
    /** The record's version, padded: two changes in one millisecond keep their order. */
    order: { type: 'string', required: true },
    eventId: { type: 'string', required: true },
    event: { type: CustomAttributeType<ActivityRecord>('any'), required: true },
  },
  indexes: {
    byClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}#activity',
        casing: 'none',
      },
      sk: {
        field: 'sk',
        composite: ['at', 'order', 'eventId'],
        template: '${at}#${order}#${eventId}',
        casing: 'none',
      },
    },
  },
});
