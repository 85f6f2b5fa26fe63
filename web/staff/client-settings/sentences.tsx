import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { IconAdjustments } from '@tabler/icons-react';
import type { EventType } from '#contracts/events.ts';
import type { Kind } from '../activity/kind.ts';

type Told = Extract<EventType, `client_settings.${string}`>;

/** How the timeline tells of the settings of a client. */
export const settingsKinds: Record<Told, Kind> = {
  'client_settings.created': {
    name: msg`Settings first changed`,
    icon: IconAdjustments,
    sentence: ({ who }) => <Trans>{who} changed the settings for the first time</Trans>,
  },
  'client_settings.updated': {
    name: msg`Settings changed`,
    icon: IconAdjustments,
    sentence: ({ who, field }) => (
      <Trans>
        {who} changed the settings: {field}
      </Trans>
    ),
  },
};
