import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { IconChecklist, IconPencil, IconSquareCheck, IconTrash } from '@tabler/icons-react';
import type { EventType } from '#contracts/events.ts';
import type { Kind } from '../activity/kind.ts';

type Told = Extract<EventType, `follow_up.${string}`>;

/** How the timeline tells of follow-ups. */
export const followUpEvents: Record<Told, Kind> = {
  'follow_up.created': {
    name: msg`Follow-up added`,
    icon: IconChecklist,
    sentence: ({ who, what }) => (
      <Trans>
        {who} added the follow-up {what}
      </Trans>
    ),
  },
  'follow_up.updated': {
    name: msg`Follow-up changed`,
    icon: IconPencil,
    sentence: ({ who, what, field }) => (
      <Trans>
        {who} changed {field} of {what}
      </Trans>
    ),
  },
  'follow_up.status_changed': {
    name: msg`Follow-up done or reopened`,
    icon: IconSquareCheck,
    sentence: ({ who, what, entry }) =>
      entry.changes.some(({ field, after }) => field === 'status' && after === 'open') ? (
        <Trans>
          {who} reopened the follow-up {what}
        </Trans>
      ) : (
        <Trans>
          {who} finished the follow-up {what}
        </Trans>
      ),
  },
  'follow_up.deleted': {
    name: msg`Follow-up removed`,
    icon: IconTrash,
    sentence: ({ who, what }) => (
      <Trans>
        {who} removed the follow-up {what}
      </Trans>
    ),
  },
};
