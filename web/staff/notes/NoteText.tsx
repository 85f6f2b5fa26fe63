import { Trans } from '@lingui/react/macro';
import type { Note } from '#contracts/schemas/note.ts';
import { Note as NoteBox } from '#ui/Note.tsx';
import { Moment } from './Moment.tsx';
import { NoteActions } from './NoteActions.tsx';
import classes from './notes.module.css';
import { useFresh } from './queries.ts';

/** From when on the time of a call is another one than that of its writing. */
const APART_MS = 60_000;

/** What was written, as it stands now; of a removed note only that, and by whom. */
export function NoteText({ note: read }: { note: Note }) {
  const note = useFresh(read);
  if (note.body === null) {
    return (
      <p className={classes.removed}>
        <Trans>Removed by {note.updatedBy.label}</Trans>
      </p>
    );
  }
  const isApart = Math.abs(Date.parse(note.createdAt) - Date.parse(note.occurredAt)) > APART_MS;
  return (
    <NoteBox end={<NoteActions note={note} />}>
      {isApart ? (
        <p className={classes.when}>
          <Moment at={note.occurredAt} />
        </p>
      ) : null}
      <p className={classes.text}>{note.body}</p>
      {note.amendedAt ? (
        <p className={classes.amended}>
          <Trans>
            Amended <Moment at={note.amendedAt} />
          </Trans>
        </p>
      ) : null}
    </NoteBox>
  );
}
