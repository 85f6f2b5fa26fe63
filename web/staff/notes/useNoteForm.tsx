import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import type { Note } from '#contracts/schemas/note.ts';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { refreshNotes } from './queries.ts';
import { emptyNote, type NoteValues, toCreate, toPatch, valuesOf } from './values.ts';

interface NoteFormOptions {
  clientId: ClientId;
  /** Null to write one. */
  note: Note | null;
  /** Whom a new one is about to begin with. */
  contactId?: ContactId | null;
  /** Sets the fields apart from those of another form on the page. */
  scope: string;
}

/** A form that writes a note, or changes one. */
export function useNoteForm({ clientId, note, contactId = null, scope }: NoteFormOptions) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const base = useRef(note);
  const labels: Record<string, string> = {
    kind: t`Kind`,
    body: t`Text`,
    occurredAt: t`When`,
    contactId: t`Contact`,
  };

  const form = useApiForm<NoteValues>({
    scope,
    initial: note ? valuesOf(note) : emptyNote(contactId),
    place: (path) => ({ label: labels[path] ?? path }),
    check: ({ body }) => ({ body: body.trim() === '' ? t`Must not be blank` : null }),
    send: async (values, idempotencyKey) => {
      const params = { workspaceId, clientId };
      const before = base.current;
      if (before) {
        const body = toPatch(values, before);
        if (Object.keys(body).length === 0) return;
        const answer = await api.notes.update({
          params: { ...params, noteId: before.id },
          body,
          ifMatch: before.version,
        });
        refreshNotes(workspaceId, clientId, bodyOf(answer));
      } else {
        await api.notes.create({ params, body: toCreate(values), idempotencyKey });
        refreshNotes(workspaceId, clientId);
      }
      toast.ok(<Trans>Saved for your team</Trans>);
    },
    onError: (error) => {
      if (error.status !== 412 || !base.current) return false;
      // Only its author changes a note: it was himself, in another window.
      base.current = { ...base.current, version: Number(error.problem?.version) };
      form.fail({ '': t`This was changed elsewhere meanwhile. Save again to put this text over it.` });
      return true;
    },
  });
  return { form, labels };
}
