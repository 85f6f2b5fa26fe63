import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { IconBulb, IconPencil, IconProgress, IconShieldCheck, IconTrash } from '@tabler/icons-react';
import type { EventType } from '#contracts/events.ts';
import type { Kind } from '../activity/kind.ts';

type Told = Extract<EventType, `requirement.${string}` | `proposal.${string}`>;

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
  'proposal.created': {
    name: msg`Proposed standard set aside`,
    icon: IconBulb,
    sentence: ({ who, what }) => (
      <Trans>
        {who} set aside the proposed standard {what}
      </Trans>
    ),
  },
  'proposal.updated': {
    name: msg`Proposed standard judged again`,
    icon: IconBulb,
    sentence: ({ who, what }) => (
      <Trans>
        {who} set aside the proposed standard {what} again
      </Trans>
    ),
  },
  'proposal.status_changed': {
    name: msg`Answer to a proposed standard changed`,
    icon: IconBulb,
    sentence: ({ who, what }) => (
      <Trans>
        {who} changed the answer to the proposed standard {what}
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
