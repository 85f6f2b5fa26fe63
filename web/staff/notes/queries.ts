import { infiniteQueryOptions, queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import type { ClientId, ContactId, NoteId, WorkspaceId } from '#contracts/ids.ts';
import type { Note } from '#contracts/schemas/note.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';

/** The notes about one contact, page by page. */
export const notesAbout = (workspaceId: WorkspaceId, clientId: ClientId, contactId: ContactId) =>
  infiniteQueryOptions({
    queryKey: [workspaceId, 'notes', clientId, contactId],
    queryFn: async ({ pageParam, signal }) =>
      bodyOf(
        await api.notes.ofContact({
          params: { workspaceId, clientId, contactId },
          query: pageParam === null ? {} : { cursor: pageParam },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next,
  });

/** A note as this page last changed it: entries of the timeline that were read before show the older state. */
const changedHere = (workspaceId: WorkspaceId, noteId: NoteId) =>
  queryOptions<Note>({ queryKey: [workspaceId, 'note', noteId], queryFn: skipToken });

/** The newer of two states of a note: as it was read, and as it was changed here since. */
export function useFresh(note: Note): Note {
  const { workspaceId } = useHere();
  const { data } = useQuery(changedHere(workspaceId, note.id));
  return data && data.version > note.version ? data : note;
}

/** After a note was written, changed or removed; `changed` is its new state where that is known. */
export function refreshNotes(workspaceId: WorkspaceId, clientId: ClientId, changed?: Note): void {
  if (changed) queryClient.setQueryData(changedHere(workspaceId, changed.id).queryKey, changed);
  void queryClient.invalidateQueries({ queryKey: [workspaceId, 'notes', clientId] });
  void queryClient.invalidateQueries({ queryKey: [workspaceId, 'activity', clientId] });
}
