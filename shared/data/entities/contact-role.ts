import { CustomAttributeType, Entity } from 'electrodb';
import { soleFlags } from '#contracts/contact-flags.ts';
import type { ClientId, ContactId, WorkspaceId } from '#contracts/ids.ts';

/** Holds a flag that one contact of a client has at most. */
export const ContactRoleGuard = new Entity({
  model: { entity: 'contactRole', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    flag: { type: soleFlags, required: true },
    contactId: { type: CustomAttributeType<ContactId>('string'), required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['flag'], template: 'role#${flag}', casing: 'none' },
    },
  },
});
