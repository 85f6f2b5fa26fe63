import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { IconPencil, IconProgress, IconShieldCheck, IconTrash } from '@tabler/icons-react';
import type { EventType } from '#contracts/events.ts';
import type { Kind } from '../activity/kind.ts';

type Told = Extract<EventType, `requirement.${string}`>;

/** How the timeline tells of what a client has to meet. */
export const requirementKinds: Record<Told, Kind> = {
  'requirement.created': {
    name: msg`Standard assigned`,
    icon: IconShieldCheck,
    sentence: ({ who, what }) => (
      <Trans>
        {who} assigned the standard {what}
      </Trans>
    ),
  },
  'requirement.updated': {
    name: msg`Compliance changed`,
    icon: IconPencil,
    sentence: ({ who, what, field }) => (
      <Trans>
        {who} changed {field} of {what}
      </Trans>
    ),
  },
  'requirement.status_changed': {
    name: msg`Compliance status changed`,
    icon: IconProgress,
    sentence: ({ who, what }) => (
      <Trans>
        {who} changed the status of {what}
      </Trans>
    ),
  },
  'requirement.deleted': {
    name: msg`Standard removed`,
    icon: IconTrash,
    sentence: ({ who, what }) => (
      <Trans>
        {who} removed the standard {what}
      </Trans>
    ),
  },
};
