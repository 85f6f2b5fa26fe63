import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { IconArrowBackUp, IconArrowMerge } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { Link } from '#ui/Link.tsx';
import type { Kind } from '../activity/kind.ts';

/** The way to a merge, where it can be looked at and taken back. */
function MergeLink({ mergeId }: { mergeId: string }) {
  const { clientId } = useParams({ strict: false });
  if (!clientId) return null;
  return (
    <Link className="fy-link" href={`/clients/merge?keep=${clientId}&merge=${mergeId}`}>
      <Trans>Open the merge</Trans>
    </Link>
  );
}

/** How a merge is told on the timeline of the client that stayed. */
export const mergeEvents: Record<'merge.created' | 'merge.status_changed', Kind> = {
  'merge.created': {
    name: msg`Client merged`,
    icon: IconArrowMerge,
    sentence: ({ who, what, entry }) => (
      <Trans>
        {who} merged {what} into this client. <MergeLink mergeId={entry.record.id} />
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
