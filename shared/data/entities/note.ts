import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { ActorStamp } from '#contracts/actor.ts';
import type { ClientId, ContactId, NoteId, WorkspaceId } from '#contracts/ids.ts';
import { noteKinds } from '#contracts/note-kinds.ts';

/**
 * A note about one client, in the client's own partition. Its text stands here and nowhere else: no index
 * carries it, so that what is amended or removed is so everywhere.
 */
export const Note = new Entity({
  model: { entity: 'note', version: '1', service: 'foyer' },
  attributes: {
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
    clientId: { type: CustomAttributeType<ClientId>('string'), required: true },
    noteId: { type: CustomAttributeType<NoteId>('string'), required: true },
    version: { type: 'number', required: true },
    kind: { type: noteKinds, required: true },
    /** Absent once it was removed. */
    body: { type: 'string' },
    occurredAt: { type: 'string', required: true },
    /** The contact it is about; `-` keeps it out of the index. */
    aboutId: { type: CustomAttributeType<ContactId | '-'>('string'), required: true },
    contactName: { type: 'string' },
    amendedAt: { type: 'string' },
    deletedAt: { type: 'string' },
    createdAt: { type: 'string', required: true },
    createdBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
    updatedAt: { type: 'string', required: true },
    updatedBy: { type: CustomAttributeType<ActorStamp>('any'), required: true },
    /** All that the index carries. */
    row: { type: CustomAttributeType<{ id: NoteId }>('any'), required: true },
  },
  indexes: {
    ofClient: {
      pk: {
        field: 'pk',
        composite: ['workspaceId', 'clientId'],
        template: 'w#${workspaceId}#client#${clientId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['noteId'], template: 'note#${noteId}', casing: 'none' },
    },
    ofContact: {
      index: 'gsi1',
      condition: ({ aboutId }) => aboutId !== '-',
      pk: {
        field: 'gsi1pk',
        composite: ['workspaceId', 'clientId', 'aboutId'],
        template: 'w#${workspaceId}#client#${clientId}#notes#${aboutId}',
        casing: 'none',
      },
      sk: {
        field: 'gsi1sk',
        composite: ['occurredAt', 'noteId'],
        template: '${occurredAt}#${noteId}',
        casing: 'none',
      },
    },
  },
});

export type NoteItem = EntityItem<typeof Note>;
