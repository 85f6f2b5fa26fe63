import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { ClientId, ProposalId, WorkspaceId } from '#contracts/ids.ts';

/** What was answered when a standard was proposed to a client. Which ones are proposed is stored nowhere. */
export const Proposal = new Entity({
  model: { entity: 'proposal', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    standardKey: { type: 'string', required: true },
    proposalId: { type: CustomAttributeType<ProposalId>('string'), required: true },
    version: { type: 'number', required: true },
    /** As it was called when it was answered: what the timeline tells. */
    standardName: { type: 'string', required: true },
    status: { type: ['set_aside', 'proposed'] as const, required: true },
    statusReason: { type: 'string' },
    basis: { type: 'string', required: true },
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
      sk: { field: 'sk', composite: ['standardKey'], template: 'proposal#${standardKey}', casing: 'none' },
    },
  },
});

export type ProposalItem = EntityItem<typeof Proposal>;
