import { expect, test } from 'vitest';
import type { StaffActor } from '#contracts/actor.ts';
import type { ClientId, NoteId, UserId } from '#contracts/ids.ts';
import type { Note } from '#contracts/schemas/note.ts';
import * as Notes from '#domain/notes.ts';

const mara = '5f0f3c1e-0f43-4b57-9d3e-0a8b3f2a7c11' as UserId;
const jonas = '5f0f3c1e-0f43-4b57-9d3e-0a8b3f2a7c12' as UserId;
const clientId = 'cli_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as ClientId;
const noteId = 'not_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as NoteId;
const written = '2026-11-22T09:00:00.000Z';
const later = (minutes: number, seconds = 0) =>
  new Date(Date.parse(written) + minutes * 60_000 + seconds * 1_000).toISOString();

/** The rules over one note in memory, at a time and by somebody. */
function at(now: string, who = mara, ...keys: string[]) {
  const by = { type: 'staff', id: mara, label: 'Mara' } as const;
  const kept: { note: Note } = {
    note: {
      id: noteId,
      version: 1,
      clientId,
      kind: 'call',
      body: 'Asked for a second quote',
      occurredAt: written,
      contactId: null,
      contactName: null,
      amendedAt: null,
      deletedAt: null,
      createdAt: written,
      createdBy: by,
      updatedAt: written,
      updatedBy: by,
    },
  };
  const actor = {
    type: 'staff',
    userId: who,
    name: who === mara ? 'Mara' : 'Jonas',
    permissions: new Set(['clients.view_all', ...keys]),
    features: new Set(),
  } as unknown as StaffActor;
  const deps = {
    actor,
    clock: { now: () => now },
    ids: { next: () => noteId },
    data: {
      clients: { get: async () => ({ id: clientId, ownerId: mara, linkedIds: [], deletedAt: null }) },
      contacts: { get: async () => null },
      notes: {
        get: async () => kept.note,
        create: async (note: Note) => void Object.assign(kept, { note }),
        update: async (_: Note, note: Note) => void Object.assign(kept, { note }),
      },
    },
  } as unknown as Parameters<typeof Notes.update>[0];
  return { deps, kept };
}

test.each([
  ['at once', later(0, 1), null],
  ['to the minute', later(15), null],
  ['a second after it', later(15, 1), later(15, 1)],
  ['a year later', later(525_600), later(525_600)],
])('T5 who changes his note %s', async (_, now, amendedAt) => {
  const { deps, kept } = at(now);
  const after = await Notes.update(deps, clientId, noteId, { body: 'Asked for a third quote' }, 1);
  expect(after).toMatchObject({ version: 2, body: 'Asked for a third quote', amendedAt });
  expect(kept.note).toEqual(after);
});

test('T5 the same text again amends nothing', async () => {
  const { deps, kept } = at(later(60));
  const after = await Notes.update(deps, clientId, noteId, { body: 'Asked for a second quote' }, 1);
  expect(after).toMatchObject({ version: 1, amendedAt: null });
  expect(kept.note.version).toBe(1);
});

test('T5 nobody changes what somebody else wrote, whatever he holds', async () => {
  const { deps, kept } = at(later(1), jonas, 'clients.delete');
  const change = Notes.update(deps, clientId, noteId, { body: 'He agreed' }, 1);
  await expect(change).rejects.toMatchObject({ code: 'forbidden' });
  expect(kept.note.body).toBe('Asked for a second quote');
});

test.each([
  ['whoever wrote it', mara, [], true],
  ['a colleague', jonas, [], false],
  ['a colleague who may delete clients', jonas, ['clients.delete'], true],
])('T5 %s removes it: its text goes, who removed it stays', async (_, who, keys, may) => {
  const { deps, kept } = at(later(90), who, ...keys);
  const removing = Notes.remove(deps, clientId, noteId, 1);
  if (!may) {
    await expect(removing).rejects.toMatchObject({ code: 'forbidden' });
    expect(kept.note.version).toBe(1);
    return;
  }
  await removing;
  expect(kept.note).toMatchObject({
    version: 2,
    body: null,
    deletedAt: later(90),
    updatedBy: { id: who },
    createdBy: { id: mara },
  });
  await expect(Notes.get(deps, clientId, noteId)).rejects.toMatchObject({ code: 'not_found' });
});

test('T5 what is to come is no note; a clock that is a little ahead is', async () => {
  const { deps } = at(written);
  const note = (occurredAt: string) =>
    Notes.create(deps, clientId, { kind: 'meeting', body: 'Kick-off', occurredAt });
  await expect(note(later(3))).rejects.toMatchObject({
    code: 'validation_failed',
    options: { errors: [{ pointer: '/occurredAt', code: 'in_future' }] },
  });
  expect(await note(later(1))).toMatchObject({ occurredAt: later(1) });
  expect(await note(later(-600))).toMatchObject({ occurredAt: later(-600) });
});
