import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { IconPencil, IconUsersMinus, IconUsersPlus } from '@tabler/icons-react';
import type { EventType } from '#contracts/events.ts';
import type { Kind } from '../activity/kind.ts';

type Told = Extract<EventType, `account_team.${string}`>;

/** How the timeline tells of account teams. */
export const teamKinds: Record<Told, Kind> = {
  'account_team.created': {
    name: msg`Put on the account team`,
    icon: IconUsersPlus,
    sentence: ({ who, what }) => (
      <Trans>
        {who} put {what} on the account team
      </Trans>
    ),
  },
  'account_team.updated': {
    name: msg`Place on the account team changed`,
    icon: IconPencil,
    sentence: ({ who, what, field }) => (
      <Trans>
        {who} changed {field} of {what}
      </Trans>
    ),
  },
  'account_team.deleted': {
    name: msg`Taken off the account team`,
    icon: IconUsersMinus,
    sentence: ({ who, what }) => (
      <Trans>
        {who} took {what} off the account team
      </Trans>
    ),
  },
};
