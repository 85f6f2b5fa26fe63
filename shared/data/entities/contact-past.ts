import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, ContactId, WorkspaceId } from '#contracts/ids.ts';
import type { PastRoles } from '#contracts/schemas/contact.ts';

/**
 * What a contact was before, by the day on which it ended. Written with the contact and on condition of its
 * version; beside it, so that lists of contacts do not read it.
 */
export const ContactPast = new Entity({
  model: { entity: 'contactPast', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    contactId: { type: CustomAttributeType<ContactId>('string'), required: true },
    /** Oldest first. */
    past: { type: CustomAttributeType<PastRoles[]>('any'), required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['contactId'], template: 'past#${contactId}', casing: 'none' },
    },
  },
});
