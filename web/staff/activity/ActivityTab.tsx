import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { type EventType, eventTypes, recordChanges, recordKinds } from '#contracts/events.ts';
import type { ClientId } from '#contracts/ids.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { LiveDot } from '#ui/LiveDot.tsx';
import { Tools } from '#ui/Page.tsx';
import { memberList } from '../members/queries.ts';
import { NoteComposer } from '../notes/NoteComposer.tsx';
import { parseDay } from '../rates/days.ts';
import { useHere } from '../session/me.ts';
import classes from './activity.module.css';
import { Days, DaysSkeleton } from './Days.tsx';
import { groupNames } from './fields.ts';
import { type Filter, newestActivity } from './queries.ts';
import { kindOf } from './sentences.tsx';
import { useTimeline } from './useTimeline.ts';

export const route = createLazyRoute('/app/clients/$clientId/activity')({ component: ActivityTab });

/** The timeline of a client, newest first; a filter begins a reading of its own. */
function ActivityTab() {
  const { clientId } = route.useParams();
  const { type: named, actor, ...days } = route.useSearch();
  const type = eventTypes.find((one) => one === named);
  const [from, to] = [dayIn(days.from), dayIn(days.to)];
  const filter = { type, actor, from, to };
  return <FilteredTimeline key={JSON.stringify([clientId, filter])} clientId={clientId} filter={filter} />;
}

/** A day of an address as it is written there; what is none filters nothing. */
const dayIn = (text: string | undefined) => (text ? (parseDay(text) ?? undefined) : undefined);

function FilteredTimeline({ clientId, filter }: { clientId: ClientId; filter: Filter }) {
  const { t } = useLingui();
  const timeline = useTimeline(clientId, filter);
  const { can } = useHere();
  const { entries, arrived, isError, error, refetch, hasMore, isReading, readMore } = timeline;
  const filtered = Object.values(filter).some((one) => one !== undefined);

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
      <Filters filter={filter} live={!isError} />
      <div className={classes.tab}>
        {can('timeline.note') ? <NoteComposer clientId={clientId} /> : null}
        <VisuallyHidden component="h2">
          <Trans>Everything that happened</Trans>
        </VisuallyHidden>
        <VisuallyHidden aria-live="polite">
          {arrived > 0 ? <Plural value={arrived} one="# new entry" other="# new entries" /> : null}
        </VisuallyHidden>
        {entries ? <Days entries={entries} /> : <DaysSkeleton rows={8} />}
        {entries?.length === 0 && !hasMore ? (
          <p className={classes.none}>
            {filtered ? <Trans>No entry matches.</Trans> : <Trans>Nothing has happened yet.</Trans>}
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
  filter: Filter;
  live: boolean;
}

function Filters({ filter, live }: FiltersProps) {
  const { i18n, t } = useLingui();
  const navigate = useNavigate();
  const { workspaceId, can } = useHere();
  const { clientId } = route.useParams();
  // Who is offered is the team, those of the newest entries of all, and whoever is chosen already.
  const newest = useQuery({ ...newestActivity(workspaceId, clientId), refetchInterval: false });
  const set = (change: Filter) =>
    void navigate({
      to: '/clients/$clientId/activity',
      params: { clientId },
      search: { ...filter, ...change },
    });
  const types = recordKinds.map((kind) => ({
    group: i18n._(groupNames[kind]),
    items: recordChanges[kind].map((change) => {
      const type = `${kind}.${change}` as EventType;
      return { value: type, label: i18n._(kindOf(type).name) };
    }),
  }));
  const team = useQuery({ ...memberList(workspaceId), enabled: can('members.view') }).data ?? [];
  const actors = new Map<string, string>([
    ...team.map(({ userId, name }) => [userId, name] as const),
    ...(newest.data?.data.map(({ actor }) => [actor.id, actor.label] as const) ?? []),
  ]);
  if (filter.actor && !actors.has(filter.actor)) actors.set(filter.actor, t`Somebody else`);
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
        data={types}
        searchable
        nothingFoundMessage={t`No entry matches.`}
        value={filter.type ?? null}
        onChange={(type) => set({ type: (type as EventType | null) ?? undefined })}
      />
      <Select
        size="xs"
        w={180}
        aria-label={t`Who did it`}
        placeholder={t`Everybody`}
        clearable
        clearButtonProps={{ 'aria-label': t`Show everybody` }}
        data={options(actors)}
        value={filter.actor ?? null}
        onChange={(actor) => set({ actor: actor ?? undefined })}
      />
      <TextInput
        size="xs"
        type="date"
        aria-label={t`From`}
        value={filter.from ?? ''}
        {...(filter.to && { max: filter.to })}
        onChange={({ currentTarget }) => set({ from: currentTarget.value || undefined })}
      />
      <TextInput
        size="xs"
        type="date"
        aria-label={t`To`}
        value={filter.to ?? ''}
        {...(filter.from && { min: filter.from })}
        onChange={({ currentTarget }) => set({ to: currentTarget.value || undefined })}
      />
    </Tools>
  );
}
