import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Note } from '#contracts/schemas/note.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { refreshNotes } from './queries.ts';

const NoteDrawer = onDemand(async () => (await import('./NoteDrawer.tsx')).NoteDrawer);
const RemoveDialog = onDemand(async () => (await import('../companies/RemoveDialog.tsx')).RemoveDialog);

/** What may be done with a note: whoever wrote it changes it, and he or whoever deletes clients removes it. */
export function NoteActions({ note }: { note: Note }) {
  const { i18n, t } = useLingui();
  const { workspaceId, user, can } = useHere();
  const [doing, setDoing] = useState<'edit' | 'remove'>();
  const done = () => setDoing(undefined);
  const { id, clientId, version } = note;
  const isMine = note.createdBy.id === user.id;

  const remove = useMutation({
    mutationFn: () => api.notes.remove({ params: { workspaceId, clientId, noteId: id }, ifMatch: version }),
    onSuccess: () => {
      const by = { type: 'staff', id: user.id, label: user.name } as const;
      const gone = { ...note, version: version + 1, body: null, contactId: null, updatedBy: by };
      refreshNotes(workspaceId, clientId, gone);
      toast.ok(<Trans>The note was removed</Trans>);
    },
    onError: (error) => {
      refreshNotes(workspaceId, clientId);
      toast.fail(errorText(i18n, error));
    },
    onSettled: done,
  });

  if (!can('timeline.note') || !(isMine || can('clients.delete'))) return null;
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t`Actions for this note`} size={24}>
            <IconDots size={16} stroke={2} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {isMine ? (
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.7} />} onClick={() => setDoing('edit')}>
              <Trans>Edit</Trans>
            </Menu.Item>
          ) : null}
          <Menu.Item
            color="var(--fy-bad-text)"
            leftSection={<IconTrash size={16} stroke={1.7} />}
            onClick={() => setDoing('remove')}
          >
            <Trans>Remove</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {doing === 'edit' ? <NoteDrawer clientId={clientId} note={note} onClose={done} /> : null}
      {doing === 'remove' ? (
        <RemoveDialog
          name={t`this note`}
          busy={remove.isPending}
          onCancel={done}
          onDone={() => remove.mutate()}
        >
          <Trans>Its text goes for good. That there was one, and that you removed it, stays.</Trans>
        </RemoveDialog>
      ) : null}
    </>
  );
}
