import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { ClientId, FollowUpId, UserId, WorkspaceId } from '#contracts/ids.ts';
import type { FollowUp as FollowUpRecord } from '#contracts/schemas/follow-up.ts';

const order = { composite: ['sortOn', 'followUpId'], template: '${sortOn}#${followUpId}' } as const;

/** A promise to one client, in the client's own partition. */
export const FollowUp = new Entity({
  model: { entity: 'follow_up', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    followUpId: { type: CustomAttributeType<FollowUpId>('string'), required: true },
    version: { type: 'number', required: true },
    what: { type: 'string', required: true },
    ownerId: { type: CustomAttributeType<UserId>('string'), required: true },
    ownerName: { type: 'string', required: true },
    dueOn: { type: 'string', required: true },
    snoozedUntil: { type: 'string' },
    doneAt: { type: 'string' },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
    /** Only on a tombstone: the item is about to go, and this tells the timeline by whom. */
    deletedAt: { type: 'string' },
    /** In whose list of the day it is: the owner's while it is open, `-` for nobody's. */
    owedBy: { type: CustomAttributeType<UserId | '-'>('string'), required: true },
    /** In which list of the client it is; a tombstone is in none that is read. */
    state: { type: ['open', 'done', 'gone'] as const, required: true },
    /** The day it comes up, or when it was done. */
    sortOn: { type: 'string', required: true },
    row: { type: CustomAttributeType<FollowUpRecord>('any'), required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['followUpId'], template: 'followup#${followUpId}', casing: 'none' },
    },
    byOwner: {
      index: 'gsi1',
      condition: ({ owedBy }) => owedBy !== '-',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId', 'owedBy'],
        template: 'w#${workspaceId}#followups#${owedBy}',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', ...order, casing: 'none' },
    },
    byState: {
      index: 'gsi2',
      pk: {
        field: 'gsi2pk',
        composite: ['workspaceId', 'clientId', 'state'],
        template: 'w#${workspaceId}#client#${clientId}#followups#${state}',
        casing: 'none',
      },
      sk: { field: 'gsi2sk', ...order, casing: 'none' },
    },
  },
});

export type FollowUpItem = EntityItem<typeof FollowUp>;
