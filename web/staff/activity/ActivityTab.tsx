import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, VisuallyHidden } from '@mantine/core';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import type { Activity } from '#contracts/schemas/activity.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { LiveDot } from '#ui/LiveDot.tsx';
import { Tools } from '#ui/Page.tsx';
import classes from './activity.module.css';
import { Days, DaysSkeleton } from './Days.tsx';
import { kindOf } from './sentences.tsx';
import { useTimeline } from './useTimeline.ts';

export const route = createLazyRoute('/app/clients/$clientId/activity')({ component: ActivityTab });

interface Filter {
  type?: string | undefined;
  actor?: string | undefined;
}

/** The whole timeline of a client, newest first. */
function ActivityTab() {
  const { t } = useLingui();
  const { clientId } = route.useParams();
  const filter = route.useSearch();
  const { entries, arrived, isError, error, refetch, hasMore, isReading, readMore } = useTimeline(clientId);
  const filtered = Boolean(filter.type ?? filter.actor);
  const shown = entries?.filter(
    ({ type, actor }) =>
      (!filter.type || type === filter.type) && (!filter.actor || actor.id === filter.actor),
  );

  if (isError && !entries) {
    return (
      <EmptyState
        kind="error"
        title={t`The activity could not be read`}
        traceId={traceIdOf(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      <Filters entries={entries ?? []} filter={filter} live={!isError} />
      <div className={classes.tab}>
        <VisuallyHidden component="h2">
          <Trans>Everything that happened</Trans>
        </VisuallyHidden>
        <VisuallyHidden aria-live="polite">
          {arrived > 0 ? <Plural value={arrived} one="# new entry" other="# new entries" /> : null}
        </VisuallyHidden>
        {shown ? <Days entries={shown} /> : <DaysSkeleton rows={8} />}
        {shown?.length === 0 ? (
          <p className={classes.none}>
            {filtered ? (
              <Trans>No entry read so far matches.</Trans>
            ) : (
              <Trans>Nothing has happened yet.</Trans>
            )}
          </p>
        ) : null}
        {filtered && hasMore ? (
          <p className={classes.hint}>
            <Trans>The filter looks at the entries read so far.</Trans>
          </p>
        ) : null}
        {hasMore ? (
          <div className={classes.more}>
            <Button variant="default" loading={isReading} onClick={readMore}>
              <Trans>Show older entries</Trans>
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}

interface FiltersProps {
  entries: readonly Activity[];
  filter: Filter;
  live: boolean;
}

function Filters({ entries, filter, live }: FiltersProps) {
  const { i18n, t } = useLingui();
  const navigate = useNavigate();
  const { clientId } = route.useParams();
  const set = (change: Filter) =>
    void navigate({
      to: '/clients/$clientId/activity',
      params: { clientId },
      search: { ...filter, ...change },
    });
  const types = new Map(entries.map(({ type }) => [type, i18n._(kindOf(type).name)]));
  const actors = new Map(entries.map(({ actor }) => [actor.id, actor.label]));
  const options = (from: Map<string, string>) => [...from].map(([value, label]) => ({ value, label }));
  return (
    <Tools end={<LiveDot live={live} />}>
      <Select
        size="xs"
        w={200}
        aria-label={t`What happened`}
        placeholder={t`Everything`}
        clearable
        clearButtonProps={{ 'aria-label': t`Show everything` }}
        data={options(types)}
        value={types.has(filter.type as Activity['type']) ? (filter.type ?? null) : null}
        onChange={(type) => set({ type: type ?? undefined })}
      />
      <Select
        size="xs"
        w={180}
        aria-label={t`Who did it`}
        placeholder={t`Everybody`}
        clearable
        clearButtonProps={{ 'aria-label': t`Show everybody` }}
        data={options(actors)}
        value={filter.actor && actors.has(filter.actor) ? filter.actor : null}
        onChange={(actor) => set({ actor: actor ?? undefined })}
      />
    </Tools>
  );
}
