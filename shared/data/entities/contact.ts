import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { BrandId, ClientId, ContactId, WorkspaceId } from '#contracts/ids.ts';
import type { ContactFlag, Contact as ContactRecord } from '#contracts/schemas/contact.ts';

/** A person at one client, in the client's own partition. */
export const Contact = new Entity({
  model: { entity: 'contact', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    contactId: { type: CustomAttributeType<ContactId>('string'), required: true },
    version: { type: 'number', required: true },
    firstName: { type: 'string', required: true },
    lastName: { type: 'string' },
    name: { type: 'string', required: true },
    title: { type: 'string' },
    department: { type: 'string' },
    emails: { type: CustomAttributeType<string[]>('any'), required: true },
    phones: { type: CustomAttributeType<string[]>('any'), required: true },
    flags: { type: CustomAttributeType<ContactFlag[]>('any'), required: true },
    locale: { type: 'string' },
    timeZone: { type: 'string' },
    pronouns: { type: 'string' },
    brandIds: { type: CustomAttributeType<BrandId[]>('any') },
    leftOn: { type: 'string' },
    createdAt: { type: 'string', required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
    planned: { type: CustomAttributeType<NonNullable<ContactRecord['planned']>>('any') },
    away: { type: CustomAttributeType<NonNullable<ContactRecord['away']>>('any') },
    /** From when on something is planned; `-` for nothing. Contacts of before there were plans have none. */
    plannedOn: { type: 'string' },
    /** The folded name, and its last word where it has several; `-` stands in no index, as do contacts of before. */
    nameKey: { type: 'string' },
    lastKey: { type: 'string' },
    /** All that the indexes carry; contacts of before they could be found by name have none in theirs. */
    row: {
      type: CustomAttributeType<{ clientId: ClientId; contactId: ContactId; name?: string }>('any'),
      required: true,
    },
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
      sk: { field: 'sk', composite: ['contactId'], template: 'contact#${contactId}', casing: 'none' },
    },
    byName: {
      index: 'gsi1',
      condition: ({ nameKey }) => nameKey !== undefined && nameKey !== '-',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId'],
        template: 'w#${workspaceId}#people',
        casing: 'none',
      },
      sk: {
        field: 'gsi1sk',
        composite: ['nameKey', 'contactId'],
        template: '${nameKey}#${contactId}',
        casing: 'none',
      },
    },
    byLastName: {
      index: 'gsi2',
      condition: ({ lastKey }) => lastKey !== undefined && lastKey !== '-',
      pk: {
        field: 'gsi2pk',
        composite: ['workspaceId'],
        template: 'w#${workspaceId}#people',
        casing: 'none',
      },
      sk: {
        field: 'gsi2sk',
        composite: ['lastKey', 'contactId'],
        template: '${lastKey}#${contactId}',
        casing: 'none',
      },
    },
    byPlan: {
      index: 'gsi8',
      condition: ({ plannedOn }) => plannedOn !== undefined && plannedOn !== '-',
      pk: {
        field: 'gsi8pk',
        composite: ['workspaceId'],
        template: 'w#${workspaceId}#plans',
        casing: 'none',
      },
      sk: {
        field: 'gsi8sk',
        composite: ['plannedOn', 'contactId'],
        template: '${plannedOn}#${contactId}',
        casing: 'none',
      },
    },
  },
});

export type ContactItem = EntityItem<typeof Contact>;
