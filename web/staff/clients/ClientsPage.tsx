import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import type { ClientCounts } from '#contracts/schemas/client.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { Gutter, ListPage } from '#ui/Page.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { StatRow } from '#ui/StatRow.tsx';
import { Strip } from '#ui/Strip.tsx';
import { useWatched } from '../bulk-edits/watched.ts';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { QueryError } from '../shell/QueryError.tsx';
import { searchOf } from '../views/address.ts';
import { type ListView, useListView } from '../views/useListView.ts';
import { ClientRows } from './ClientRows.tsx';
import { ClientsTools } from './ClientsTools.tsx';
import classes from './clients.module.css';
import { legible, totalOf } from './conditions.ts';
import { type ClientSearch, changed } from './list-search.ts';
import { clientCounts, clientList } from './queries.ts';
import { useSelection } from './selection.ts';
import { statuses, useStatusWord } from './status.ts';
import { useAsWalk } from './useWalk.ts';

/** Read once a row is ticked, and once something is under way. */
const BulkTools = onDemand(async () => (await import('../bulk-edits/BulkTools.tsx')).BulkTools);
const FirstClient = onDemand(async () => (await import('./FirstClient.tsx')).FirstClient);
const LoadSample = onDemand(async () => (await import('../sample/LoadSample.tsx')).LoadSample);
const ViewTabs = onDemand(async () => (await import('../views/ViewTabs.tsx')).ViewTabs);
const BulkWatch = onDemand(async () => (await import('../bulk-edits/BulkWatch.tsx')).BulkWatch);

export const route = createLazyRoute('/app/clients')({ component: ClientsPage });

/** The list; a drawer of a child route opens over it. */
function ClientsPage() {
  return (
    <>
      <List />
      <Outlet />
    </>
  );
}

const sumOf = (counts: ClientCounts) => counts.active + counts.pending + counts.inactive;

/** Nothing but the view, if that, is named. */
const isUnfiltered = ({ view: _, ...search }: ClientSearch) =>
  Object.values(search).every((value) => value === undefined);

/** Whoever chose a view to begin with is led there from the bare address. */
function useFirstView(search: ClientSearch, { views, isPending }: ListView) {
  const navigate = useNavigate();
  const isLed = useRef(false);
  const isBare = search.view === undefined && isUnfiltered(search);
  const first = isBare ? views?.data.find(({ id }) => id === views.defaultViewId) : undefined;
  useEffect(() => {
    if (!first) return;
    isLed.current = true;
    void navigate({ to: '.', search: searchOf(first), replace: true });
  }, [first, navigate]);
  return {
    /** Whether it is still open what the list begins with. */
    isUndecided: isBare && (isPending || first !== undefined),
    /** True until the rows of the view are there: those of the bare address were never meant to be seen. */
    isLed,
  };
}

function List() {
  const { t, i18n } = useLingui();
  const { workspaceId, can, has } = useHere();
  const asked = route.useSearch();
  const search = useMemo(() => legible(asked), [asked]);
  const navigate = useNavigate();
  useAsWalk(search);
  const listView = useListView(search);
  const { isUndecided, isLed } = useFirstView(search, listView);
  const selection = useSelection(workspaceId, search);
  const watched = useWatched();
  const mayBulk = can('clients.bulk_update') && can('clients.update');
  const ownOnly = !can('clients.view_all');
  const rows = useQuery({
    ...clientList(workspaceId, search, ownOnly),
    placeholderData: (before) => (isLed.current ? undefined : before),
  });
  const counts = useQuery(clientCounts(workspaceId)).data;
  const isThere = rows.isSuccess && !isUndecided;
  useEffect(() => {
    if (isThere) isLed.current = false;
  }, [isThere, isLed]);

  if (rows.isError) {
    return <QueryError error={rows.error} onRetry={() => void rows.refetch()} permission="clients.view" />;
  }
  // Other filters are still a change of the view that was opened.
  const go = (next: ClientSearch, replace = false) =>
    void navigate({ to: '/clients', search: { view: search.view, ...next }, replace });
  const all = counts && sumOf(counts);
  const total = totalOf(counts, search);
  // The sample is listed and not counted: with it, there is something to see.
  const isFirstUse = all === 0 && rows.data?.data.length === 0 && isUnfiltered(search);
  const number = (value: number) => i18n.number(value);
  const some = total === undefined ? '' : number(total);
  const every = all === undefined ? '' : number(all);
  return (
    <ListPage>
      <PageHead
        title={t`Clients`}
        count={isFirstUse || some === '' ? undefined : total === all ? every : t`${some} of ${every}`}
        actions={can('clients.create') && !isFirstUse ? <NewClientButton /> : null}
      />
      {ownOnly ? (
        <div className={classes.scope}>
          <Strip tone="info">
            {has('projects') ? (
              <Trans>Showing clients you own or that your projects link you to.</Trans>
            ) : (
              <Trans>Showing clients you own.</Trans>
            )}
          </Strip>
        </div>
      ) : null}
      {isFirstUse ? (
        <FirstClient
          action={can('clients.create') ? <NewClientButton /> : null}
          more={can('settings.manage') ? <LoadSample /> : null}
        />
      ) : (
        <>
          <Stats counts={counts} search={search} onChange={go} />
          {watched ? <BulkWatch id={watched} /> : null}
          <div className={classes.views}>
            <ViewTabs search={search} listView={listView} />
          </div>
          <ClientsTools search={search} ownOnly={ownOnly} onChange={go} listView={listView} />
          <ClientRows
            page={isUndecided ? undefined : rows.data}
            search={search}
            fetching={rows.isPlaceholderData}
            total={total}
            listView={listView}
            selection={mayBulk ? selection : undefined}
            onChange={go}
          />
          {mayBulk && (selection.all || selection.ids.size > 0) ? (
            <BulkTools search={search} selection={selection} shown={rows.data?.data ?? []} total={total} />
          ) : null}
        </>
      )}
    </ListPage>
  );
}

const NewClientButton = () => (
  <LinkButton href="/clients/new" leftSection={<IconPlus size={15} stroke={2.2} />}>
    <Trans>New client</Trans>
  </LinkButton>
);

interface StatsProps {
  counts: ClientCounts | undefined;
  search: ClientSearch;
  onChange: (next: ClientSearch) => void;
}

function Stats({ counts, search, onChange }: StatsProps) {
  const { t, i18n } = useLingui();
  const word = useStatusWord();
  const press = (id: string) => {
    const status = statuses.find((known) => known === id && known !== search.status);
    onChange(changed(search, { status }));
  };
  return (
    <Gutter>
      <StatRow
        label={t`Clients by status`}
        pressed={search.status}
        onPress={press}
        format={(value) => i18n.number(value)}
        stats={statuses.map((id) => ({ id, ...word(id), value: counts?.[id] }))}
      />
    </Gutter>
  );
}
