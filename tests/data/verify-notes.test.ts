import { expect, test } from 'vitest';
import type { ClientId, NoteId, WorkspaceId } from '#contracts/ids.ts';
import type { Note as NoteRecord } from '#contracts/schemas/note.ts';
import { emptyCensus, take } from '#data/census.ts';
import { Note } from '#data/entities/note.ts';
import { toItem } from '#data/repositories/notes.ts';
import { wrongNotes } from '#data/verify-notes.ts';

const workspaceId = 'ws_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as WorkspaceId;
const at = '2026-11-22T09:00:00.000Z';
const by = { type: 'system', id: 'x', label: 'x' } as const;
const note = (over: Partial<NoteRecord>): NoteRecord => ({
  id: 'not_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as NoteId,
  version: 1,
  clientId: 'cli_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as ClientId,
  kind: 'note',
  body: 'Asked for a quote',
  occurredAt: at,
  contactId: null,
  contactName: null,
  amendedAt: null,
  deletedAt: null,
  createdAt: at,
  createdBy: by,
  updatedAt: at,
  updatedBy: by,
  ...over,
});

test.each([
  ['a living note with its text', {}, 0],
  ['a removed one without', { body: null, deletedAt: at }, 0],
  ['a removed one that keeps its text', { deletedAt: at }, 1],
  ['a living one without any', { body: null }, 1],
])('NOTES %s', (_, over, breaches) => {
  const census = emptyCensus();
  const { Item } = Note.create(toItem(workspaceId, note(over))).params<{ Item: Record<string, unknown> }>({
    table: '-',
  });
  take(census, workspaceId, Item);
  expect(census.notes.size).toBe(1);
  expect(wrongNotes(census)).toHaveLength(breaches);
});
