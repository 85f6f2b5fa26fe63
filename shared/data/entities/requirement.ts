import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import { requirementStatuses } from '#contracts/compliance.ts';
import type { ClientId, RequirementId, UserId, WorkspaceId } from '#contracts/ids.ts';
import type { Evidence, Waiver } from '#contracts/schemas/requirement.ts';

/** A standard that one client has to meet, in the client's own partition. What it is today is stored nowhere. */
export const Requirement = new Entity({
  model: { entity: 'requirement', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    requirementId: { type: CustomAttributeType<RequirementId>('string'), required: true },
    version: { type: 'number', required: true },
    standardKey: { type: 'string', required: true },
    /** As it was called at the last change: what the timeline tells. */
    standardName: { type: 'string', required: true },
    status: { type: requirementStatuses, required: true },
    statusReason: { type: 'string' },
    ownerId: { type: CustomAttributeType<UserId>('string'), required: true },
    ownerName: { type: 'string', required: true },
    dueOn: { type: 'string' },
    expiresOn: { type: 'string' },
    note: { type: 'string' },
    snooze: { type: CustomAttributeType<{ until: string; reason: string }>('any') },
    evidence: { type: CustomAttributeType<Evidence[]>('any'), required: true },
    waiver: { type: CustomAttributeType<Waiver>('any') },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
    /** Only on a tombstone: the item is about to go, and this tells the timeline by whom. */
    deletedAt: { type: 'string' },
    /** All that the index carries: whoever looks for what somebody is responsible for reads the requirement. */
    row: {
      type: CustomAttributeType<{ clientId: ClientId; requirementId: RequirementId }>('any'),
      required: true,
    },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: {
        field: 'sk',
        composite: ['requirementId'],
        template: 'requirement#${requirementId}',
        casing: 'none',
      },
    },
    byOwner: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId', 'ownerId'],
        template: 'w#${workspaceId}#responsible#${ownerId}',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['requirementId'], template: '${requirementId}', casing: 'none' },
    },
  },
});

export type RequirementItem = EntityItem<typeof Requirement>;
