import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { IconArrowBackUp, IconArrowMerge } from '@tabler/icons-react';
import type { Kind } from '../activity/kind.ts';

/** How a merge is told on the timeline of the client that stayed. */
export const mergeEvents: Record<'merge.created' | 'merge.status_changed', Kind> = {
  'merge.created': {
    name: msg`Client merged`,
    icon: IconArrowMerge,
    sentence: ({ who, what }) => (
      <Trans>
        {who} merged {what} into this client
      </Trans>
    ),
  },
  'merge.status_changed': {
    name: msg`Merge taken back`,
    icon: IconArrowBackUp,
    sentence: ({ who, what }) => (
      <Trans>
        {who} took back the merge of {what}
      </Trans>
    ),
  },
};
