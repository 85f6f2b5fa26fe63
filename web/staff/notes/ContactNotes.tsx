import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import type { Note } from '#contracts/schemas/note.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { SideDrawer } from '#ui/SideDrawer.tsx';
import { MissingContact } from '../contacts/MissingContact.tsx';
import { contactDetail } from '../contacts/queries.ts';
import { useHere } from '../session/me.ts';
import { Moment } from './Moment.tsx';
import { NoteComposer } from './NoteComposer.tsx';
import { NoteText } from './NoteText.tsx';
import classes from './notes.module.css';
import { notesAbout } from './queries.ts';
import { useNoteWords } from './words.ts';

export const route = createLazyRoute('/app/clients/$clientId/contacts/$contactId/notes')({
  component: ContactNotes,
});

/** What is known of dealing with one contact, in a drawer beside the list. */
function ContactNotes() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { clientId, contactId } = route.useParams();
  const { workspaceId, can } = useHere();
  const {
    data: contact,
    isError,
    error,
    refetch,
  } = useQuery(contactDetail(workspaceId, clientId, contactId));
  const close = () => void navigate({ to: '/clients/$clientId/contacts', params: { clientId } });
  if (isError && !contact) {
    return <MissingContact error={error} onRetry={() => void refetch()} onClose={close} />;
  }
  return (
    <SideDrawer
      opened
      onClose={close}
      title={contact ? t`Relationship notes: ${contact.name}` : t`Relationship notes`}
    >
      {contact ? (
        <>
          {can('timeline.note') ? <NoteComposer clientId={clientId} contactId={contactId} /> : null}
          <List clientId={clientId} contactId={contactId} />
        </>
      ) : (
        <div aria-busy="true">
          <Skeleton height={64} />
        </div>
      )}
    </SideDrawer>
  );
}

function List({ clientId, contactId }: { clientId: ClientId; contactId: ContactId }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const notes = useInfiniteQuery(notesAbout(workspaceId, clientId, contactId));
  if (notes.isError) {
    return (
      <EmptyState
        kind="error"
        order={3}
        title={t`The notes could not be read`}
        traceId={traceIdOf(notes.error)}
        onRetry={() => void notes.refetch()}
      />
    );
  }
  if (!notes.data) {
    return (
      <div aria-busy="true">
        <Skeleton height={64} />
      </div>
    );
  }
  const all = notes.data.pages.flatMap(({ data }) => data);
  if (all.length === 0) {
    return (
      <p className={classes.none}>
        <Trans>Nothing noted yet. What you write here is for your team and never shown to the client.</Trans>
      </p>
    );
  }
  return (
    <>
      <ul className={classes.list}>
        {all.map((note) => (
          <Row key={note.id} note={note} />
        ))}
      </ul>
      {notes.hasNextPage ? (
        <Button variant="default" loading={notes.isFetching} onClick={() => void notes.fetchNextPage()}>
          <Trans>Show older notes</Trans>
        </Button>
      ) : null}
    </>
  );
}

function Row({ note }: { note: Note }) {
  const words = useNoteWords();
  return (
    <li>
      <p className={classes.byline}>
        <b>{words[note.kind]}</b>{' '}
        <span>
          {note.createdBy.label}, <Moment at={note.occurredAt} />
        </span>
      </p>
      <NoteText note={note} />
    </li>
  );
}
