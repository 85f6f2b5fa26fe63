import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { BillingProfileId, ClientId, WorkspaceId } from '#contracts/ids.ts';
import { deliveryMethods, paymentTerms } from '#contracts/schemas/billing-profile.ts';
import type { PostalAddress } from '#contracts/schemas/client.ts';

/** To whom one client is billed, in the client's own partition. Which one is the default stands elsewhere. */
export const BillingProfile = new Entity({
  model: { entity: 'billing_profile', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    profileId: { type: CustomAttributeType<BillingProfileId>('string'), required: true },
    version: { type: 'number', required: true },
    legalName: { type: 'string', required: true },
    taxId: { type: 'string' },
    address: { type: CustomAttributeType<PostalAddress>('any'), required: true },
    currency: { type: 'string', required: true },
    terms: { type: paymentTerms, required: true },
    termDays: { type: 'number' },
    emailTo: { type: 'string', required: true },
    emailCc: { type: CustomAttributeType<string[]>('any'), required: true },
    poNumber: { type: 'string' },
    deliveryMethod: { type: deliveryMethods, required: true },
    /** When it last became the default, for the timeline; whether it is, stands with the client. */
    becameDefaultAt: { type: 'string' },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
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
      sk: { field: 'sk', composite: ['profileId'], template: 'billingprofile#${profileId}', casing: 'none' },
    },
  },
});

export type BillingProfileItem = EntityItem<typeof BillingProfile>;
