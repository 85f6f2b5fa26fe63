import { CustomAttributeType, Entity } from 'electrodb';
import type { BillingProfileId, ClientId, WorkspaceId } from '#contracts/ids.ts';

/**
 * Which billing profile of a client is its default, and how many there are: there while there is a profile.
 * Every coming and going passes through this one item, so that none is without a default and none has two.
 */
export const BillingDefault = new Entity({
  model: { entity: 'billingDefault', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    profileId: { type: CustomAttributeType<BillingProfileId>('string'), required: true },
    profiles: { type: 'number', required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: [], template: 'billingdefault', casing: 'none' },
    },
  },
});
