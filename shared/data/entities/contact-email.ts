import { CustomAttributeType, Entity } from 'electrodb';
import type { ClientId, ContactId, WorkspaceId } from '#contracts/ids.ts';

/**
 * Holds an e-mail address for one contact of a client; hashed, since an address may hold any character. The
 * index tells all clients that know the address.
 */
export const ContactEmailGuard = new Entity({
  model: { entity: 'contactEmail', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    emailHash: { type: 'string', required: true },
    contactId: { type: CustomAttributeType<ContactId>('string'), required: true },
    row: { type: CustomAttributeType<{ clientId: ClientId }>('any'), required: true },
  },
  indexes: {
    byEmail: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['emailHash'], template: 'email#${emailHash}', casing: 'none' },
    },
    sharing: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId', 'emailHash'],
        template: 'w#${workspaceId}#trait#email#${emailHash}',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['clientId'], template: '${clientId}', casing: 'none' },
    },
  },
});
