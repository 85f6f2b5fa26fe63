import type { NoteId, WorkspaceId } from '#contracts/ids.ts';
import { type Note, Note as NoteSchema } from '#contracts/schemas/note.ts';
import type { NoteReader, NoteWriter } from '#domain/notes.ts';
import { put } from '../commit.ts';
import type { Db } from '../db.ts';
import { Note as Entity, type NoteItem } from '../entities/note.ts';
import { pageOptions, toPage } from './paging.ts';
import { changeTo, withoutNulls } from './records.ts';

export function noteRepository(db: Db): NoteReader & NoteWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  const some: NoteReader['some'] = async (keys) => {
    if (keys.length === 0) return [];
    const { data } = await Entity.get(keys.map((key) => ({ workspaceId, ...key }))).go(at);
    return data.map(fromItem);
  };

  return {
    some,

    /** One note of one client; another client's note is absent. */
    async get(clientId, noteId) {
      const { data } = await Entity.get({ workspaceId, clientId, noteId }).go({ ...at, consistent: true });
      return data && fromItem(data);
    },

    /** The notes of a client, last written first. */
    async ofClient(clientId, page) {
      const query = Entity.query.ofClient({ workspaceId, clientId });
      return toPage(await query.go({ ...at, ...pageOptions(page), order: 'desc' }), fromItem);
    },

    /** The notes about a contact: which ones from the index, and what they say from where they stand. */
    async ofContact(clientId, contactId, page) {
      const query = Entity.query.ofContact({ workspaceId, clientId, aboutId: contactId });
      const answer = await query.go({ ...at, ...pageOptions(page), order: 'desc' });
      const { data: ids, page: next } = toPage<{ row: { id: NoteId } }, NoteId>(answer, ({ row }) => row.id);
      const notes = await some(ids.map((noteId) => ({ clientId, noteId })));
      const byId = new Map(notes.map((note) => [note.id, note]));
      // The index may be behind the note.
      const about = (note: Note | undefined) => (note?.contactId === contactId ? [note] : []);
      return { data: ids.flatMap((id) => about(byId.get(id))), page: next };
    },

    async create(note, answer) {
      await db.commit([put(Entity.create(toItem(workspaceId, note)).params({ table }))], answer);
    },

    async update(before, after) {
      const { workspaceId: _, clientId, noteId, createdAt: __, ...fields } = toItem(workspaceId, after);
      const patch = Entity.patch({ workspaceId, clientId, noteId });
      await db.commit([changeTo(table, patch, fields, before.version)], null);
    },
  };
}

/** Domain to stored. */
export function toItem(workspaceId: WorkspaceId, { id, contactId, ...fields }: Note) {
  return {
    ...withoutNulls(fields),
    workspaceId,
    noteId: id,
    aboutId: contactId ?? ('-' as const),
    row: { id },
  };
}

const absent = { body: null, contactName: null, amendedAt: null, deletedAt: null };

/** Stored to domain; what the store has no value for is null. */
export const fromItem = ({ aboutId, ...item }: NoteItem): Note =>
  NoteSchema.strip().parse({
    ...absent,
    ...item,
    id: item.noteId,
    contactId: aboutId === '-' ? null : aboutId,
  });
