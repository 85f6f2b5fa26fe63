import { ClientId, ContactId, NoteId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import { Note, NoteCreate, NotePatch, NoteReceipt } from '../schemas/note.ts';

const ofClient = { workspaceId: WorkspaceId, clientId: ClientId };
const note = { ...ofClient, noteId: NoteId };

export const notes = {
  list: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/notes', {
    summary: 'The notes, calls and meetings of a client, last written first; removed ones without their text',
    audience: 'staff',
    permission: 'timeline.view',
    feature: 'timeline',
    needs: ['table.read'],
    params: ofClient,
    query: pagingQuery,
    response: pageOf(Note),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 2, rcu: 45, wcu: 0 },
  }),
  ofContact: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/contacts/{contactId}/notes', {
    summary: 'The notes about one contact, by when it was, newest first',
    audience: 'staff',
    permission: 'timeline.view',
    feature: 'timeline',
    needs: ['table.read'],
    params: { ...ofClient, contactId: ContactId },
    query: pagingQuery,
    response: pageOf(Note),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 3, rcu: 55, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/notes', {
    summary: 'Write a note about a client, or log a call or meeting',
    audience: 'staff',
    permission: 'timeline.note',
    feature: 'timeline',
    needs: ['table.read', 'table.write'],
    params: ofClient,
    body: NoteCreate,
    response: NoteReceipt,
    status: 201,
    budget: { calls: 3, rcu: 3, wcu: 24 },
  }),
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/notes/{noteId}', {
    summary: 'Read one note',
    audience: 'staff',
    permission: 'timeline.view',
    feature: 'timeline',
    needs: ['table.read'],
    params: note,
    response: Note,
    status: 200,
    budget: { calls: 2, rcu: 4, wcu: 0 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/clients/{clientId}/notes/{noteId}', {
    summary: 'Change a note of one’s own; after a quarter of an hour it is marked as amended',
    audience: 'staff',
    permission: 'timeline.note',
    feature: 'timeline',
    needs: ['table.read', 'table.write'],
    params: note,
    body: NotePatch,
    response: Note,
    status: 200,
    budget: { calls: 4, rcu: 5, wcu: 24 },
  }),
  remove: route('DELETE /api/staff/workspaces/{workspaceId}/clients/{clientId}/notes/{noteId}', {
    summary: 'Remove a note: its text goes, and that it was there stays',
    audience: 'staff',
    permission: 'timeline.note',
    feature: 'timeline',
    needs: ['table.read', 'table.write'],
    params: note,
    response: null,
    status: 204,
    budget: { calls: 3, rcu: 4, wcu: 24 },
  }),
} as const;
