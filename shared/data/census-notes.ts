import type { ClientId, NoteId, WorkspaceId } from '#contracts/ids.ts';
import { sameIndexes } from './census-indexes.ts';
import { Note } from './entities/note.ts';
import { fromItem, toItem } from './repositories/notes.ts';

type Item = Record<string, unknown>;

/** What a census knows of what was written down about clients. */
export interface NoteCensus {
  /** A removed note stays as it is; it is no tombstone that waits for its end. */
  notes: Map<NoteId, { clientId: ClientId; version: number; tombstone: false; isTold: boolean }>;
}

export const emptyNotes = (): NoteCensus => ({ notes: new Map() });

type Taker = (
  census: NoteCensus & { strays: string[]; crooked: string[] },
  workspaceId: WorkspaceId,
  Item: Item,
) => void;

export const noteTakers: Record<string, Taker> = {
  note(census, workspaceId, Item) {
    const { data } = Note.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const note = fromItem(data);
    const expected = Note.create(toItem(workspaceId, note)).params<{ Item: Item }>({ table: '-' }).Item;
    if (!sameIndexes(Item, expected)) census.crooked.push(note.id);
    // A living note says something, a removed one nothing.
    const isTold = (note.body === null) === (note.deletedAt !== null);
    const { clientId, version } = note;
    census.notes.set(note.id, { clientId, version, tombstone: false, isTold });
  },
};
