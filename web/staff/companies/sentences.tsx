import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { IconPencil, IconReceipt, IconTag, IconTrash } from '@tabler/icons-react';
import type { EventType } from '#contracts/events.ts';
import type { Kind } from '../activity/kind.ts';

type Told = Extract<EventType, `${'billing_profile' | 'brand'}.${string}`>;

/** How the timeline tells of billing profiles and brands. */
export const companyKinds: Record<Told, Kind> = {
  'billing_profile.created': {
    name: msg`Billing profile added`,
    icon: IconReceipt,
    sentence: ({ who, what }) => (
      <Trans>
        {who} added the billing profile {what}
      </Trans>
    ),
  },
  'billing_profile.updated': {
    name: msg`Billing profile changed`,
    icon: IconPencil,
    sentence: ({ who, what, field }) => (
      <Trans>
        {who} changed {field} of {what}
      </Trans>
    ),
  },
  'billing_profile.deleted': {
    name: msg`Billing profile removed`,
    icon: IconTrash,
    sentence: ({ who, what }) => (
      <Trans>
        {who} removed the billing profile {what}
      </Trans>
    ),
  },
  'brand.created': {
    name: msg`Brand added`,
    icon: IconTag,
    sentence: ({ who, what }) => (
      <Trans>
        {who} added the brand {what}
      </Trans>
    ),
  },
  'brand.updated': {
    name: msg`Brand changed`,
    icon: IconPencil,
    sentence: ({ who, what, field }) => (
      <Trans>
        {who} changed {field} of {what}
      </Trans>
    ),
  },
  'brand.deleted': {
    name: msg`Brand removed`,
    icon: IconTrash,
    sentence: ({ who, what }) => (
      <Trans>
        {who} removed the brand {what}
      </Trans>
    ),
  },
};
