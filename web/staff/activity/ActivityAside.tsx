import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { Link } from '#ui/Link.tsx';
import { LiveDot } from '#ui/LiveDot.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { useHere } from '../session/me.ts';
import classes from './activity.module.css';
import { Days, DaysSkeleton } from './Days.tsx';
import { useNewest } from './useNewest.ts';

const NoteDrawer = onDemand(async () => (await import('../notes/NoteDrawer.tsx')).NoteDrawer);

const SHOWN = 20;

/** What happens with a client, beside its facts and as it happens. */
export function ActivityAside({ clientId }: { clientId: ClientId }) {
  const { t } = useLingui();
  const { can } = useHere();
  const [writing, setWriting] = useState(false);
  const { entries, arrived, isError, isFetched, error, refetch } = useNewest(clientId);
  return (
    <>
      <div className={classes.head}>
        <h2>
          <Trans>Activity</Trans>
        </h2>
        <LiveDot live={isFetched && !isError} />
        <Link className="fy-link" href={`/clients/${clientId}/activity`}>
          <Trans>All</Trans>
        </Link>
        {can('timeline.note') ? (
          <ActionIcon aria-label={t`Add note`} onClick={() => setWriting(true)}>
            <IconPlus size={16} stroke={2} />
          </ActionIcon>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must be reachable to be scrolled by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t`Newest entries`}>
        <VisuallyHidden aria-live="polite">
          {arrived > 0 ? <Plural value={arrived} one="# new entry" other="# new entries" /> : null}
        </VisuallyHidden>
        {entries ? (
          <Days entries={entries.slice(0, SHOWN)} />
        ) : isError ? (
          <EmptyState
            kind="error"
            order={3}
            title={t`The activity could not be read`}
            traceId={traceIdOf(error)}
            onRetry={() => void refetch()}
          />
        ) : (
          <DaysSkeleton />
        )}
        {entries?.length === 0 ? (
          <p className={classes.none}>
            <Trans>Nothing has happened yet.</Trans>
          </p>
        ) : null}
      </section>
      {writing ? <NoteDrawer clientId={clientId} note={null} onClose={() => setWriting(false)} /> : null}
    </>
  );
}
