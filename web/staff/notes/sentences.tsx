import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { IconNote, IconNoteOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EventType } from '#contracts/events.ts';
import type { Activity } from '#contracts/schemas/activity.ts';
import type { Kind } from '../activity/kind.ts';

type Told = Extract<EventType, `note.${string}`>;

/** How the timeline tells of notes, calls and meetings. */
export const noteEvents: Record<Told, Kind> = {
  'note.created': {
    name: msg`Note, call, meeting or mail`,
    icon: IconNote,
    sentence: ({ who, entry }) => <Written who={who} entry={entry} />,
  },
  'note.updated': {
    name: msg`Note changed`,
    icon: IconNote,
    sentence: ({ who, field, entry }) => {
      if (entry.record.label === 'call')
        return (
          <Trans>
            {who} changed {field} of a call
          </Trans>
        );
      if (entry.record.label === 'meeting')
        return (
          <Trans>
            {who} changed {field} of a meeting
          </Trans>
        );
      if (entry.record.label === 'mail')
        return (
          <Trans>
            {who} changed {field} of a mail
          </Trans>
        );
      return (
        <Trans>
          {who} changed {field} of a note
        </Trans>
      );
    },
  },
  'note.deleted': {
    name: msg`Note removed`,
    icon: IconNoteOff,
    sentence: ({ who, entry }) => {
      if (entry.record.label === 'call') return <Trans>{who} removed a call</Trans>;
      if (entry.record.label === 'meeting') return <Trans>{who} removed a meeting</Trans>;
      if (entry.record.label === 'mail') return <Trans>{who} removed a mail</Trans>;
      return <Trans>{who} removed a note</Trans>;
    },
  },
};

/** The note as it stands now says what it is and whom it is about; without it, the record's label does. */
function Written({ who, entry }: { who: ReactNode; entry: Activity }) {
  const kind = entry.note?.kind ?? entry.record.label;
  const contact = entry.note?.contactName ? <b>{entry.note.contactName}</b> : null;
  if (kind === 'call') {
    return contact ? (
      <Trans>
        {who} logged a call with {contact}
      </Trans>
    ) : (
      <Trans>{who} logged a call</Trans>
    );
  }
  if (kind === 'meeting') {
    return contact ? (
      <Trans>
        {who} logged a meeting with {contact}
      </Trans>
    ) : (
      <Trans>{who} logged a meeting</Trans>
    );
  }
  if (kind === 'mail') {
    return contact ? (
      <Trans>
        {who} logged a mail with {contact}
      </Trans>
    ) : (
      <Trans>{who} logged a mail</Trans>
    );
  }
  return contact ? (
    <Trans>
      {who} wrote a note about {contact}
    </Trans>
  ) : (
    <Trans>{who} wrote a note</Trans>
  );
}
