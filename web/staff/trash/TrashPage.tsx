import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button } from '@mantine/core';
import { IconRestore, IconTrashX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { TrashRow } from '#contracts/schemas/client.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useFormats } from '#ui/formats.ts';
import { Mark } from '#ui/Mark.tsx';
import { ListPage } from '#ui/Page.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { Person } from '#ui/Person.tsx';
import { RelTime } from '#ui/RelTime.tsx';
import { TableFoot } from '#ui/TableFoot.tsx';
import type { DataColumn } from '#ui/tableTypes.ts';
import { clientTrash } from '../clients/queries.ts';
import { useTrashing } from '../clients/useTrashing.tsx';
import { usePager } from '../paging.ts';
import { useHere } from '../session/me.ts';
import { QueryError } from '../shell/QueryError.tsx';
import classes from './trash.module.css';
import { useDestroying } from './useDestroying.tsx';

export const route = createLazyRoute('/app/trash')({ component: TrashPage });

const DAY_MS = 24 * 60 * 60_000;

/** Whole days until the day on which a client is deleted for ever. */
const daysLeft = (purgeOn: string): number =>
  Math.max(0, Math.floor((Date.parse(purgeOn) - Date.now()) / DAY_MS));

function TrashPage() {
  const { t } = useLingui();
  const { workspaceId, can } = useHere();
  const search = route.useSearch();
  const rows = useQuery({ ...clientTrash(workspaceId, search.cursor), placeholderData: keepPreviousData });
  const { restore } = useTrashing();
  const busy = restore.isPending ? restore.variables.id : undefined;
  const { ask, dialog } = useDestroying();
  const canDestroy = can('clients.destroy');
  const columns = useColumns(restore.mutate, busy, canDestroy ? ask : undefined);
  const pager = usePager(search, rows.data);
  if (rows.isError) {
    return <QueryError error={rows.error} onRetry={() => void rows.refetch()} permission="clients.delete" />;
  }
  return (
    <ListPage>
      <PageHead
        title={t`Trash`}
        description={
          <Trans>Deleted clients stay here for 30 days. Restoring one brings everything back.</Trans>
        }
      />
      <DataTable
        label={t`Trash`}
        columns={columns}
        rows={rows.data?.data}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        fetching={rows.isPlaceholderData}
        skeletonRows={6}
        renderCard={(row) => (
          <div className={classes.card}>
            <Mark id={row.id} name={row.name} size={36} />
            <span className={classes.cardText}>
              <b>{row.name}</b>
              <DaysLeft row={row} />
            </span>
            <RestoreButton row={row} busy={busy === row.id} onRestore={restore.mutate} />
            {canDestroy ? <DestroyButton row={row} onDestroy={ask} /> : null}
          </div>
        )}
        empty={
          <EmptyState kind="no-match" title={t`The trash is empty`}>
            <Trans>Clients that somebody moves to the trash can be brought back from here.</Trans>
          </EmptyState>
        }
      />
      {dialog}
      {rows.data && (pager.onNext || pager.onPrev) ? <TableFoot {...pager} selectable={false} /> : null}
    </ListPage>
  );
}

function DaysLeft({ row }: { row: TrashRow }) {
  const { locale } = useFormats();
  const days = daysLeft(row.purgeOn);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const day = date.format(new Date(row.purgeOn));
  return (
    <span className={classes.days} data-soon={days <= 3 || undefined}>
      <time dateTime={row.purgeOn}>{day}</time> (<Plural value={days} one="# day left" other="# days left" />)
    </span>
  );
}

interface RestoreProps {
  row: TrashRow;
  busy: boolean;
  onRestore: (row: TrashRow) => void;
}

function RestoreButton({ row, busy, onRestore }: RestoreProps) {
  const { t } = useLingui();
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconRestore size={15} stroke={1.7} aria-hidden="true" />}
      aria-label={t`Restore ${row.name}`}
      loading={busy}
      onClick={() => onRestore(row)}
    >
      <Trans>Restore</Trans>
    </Button>
  );
}

interface DestroyProps {
  row: TrashRow;
  onDestroy: (row: TrashRow) => void;
}

function DestroyButton({ row, onDestroy }: DestroyProps) {
  const { t } = useLingui();
  return (
    <ActionIcon
      size={30}
      variant="subtle"
      color="red"
      aria-label={t`Delete ${row.name} for ever`}
      title={t`Delete for ever`}
      onClick={() => onDestroy(row)}
    >
      <IconTrashX size={16} stroke={1.7} aria-hidden="true" />
    </ActionIcon>
  );
}

function useColumns(
  onRestore: RestoreProps['onRestore'],
  busy: string | undefined,
  onDestroy: DestroyProps['onDestroy'] | undefined,
): DataColumn<TrashRow>[] {
  const { t } = useLingui();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t`Client`,
        width: 260,
        fixed: true,
        cell: (row) => (
          <span className={classes.name}>
            <Mark id={row.id} name={row.name} />
            {row.name}
          </span>
        ),
      },
      { id: 'code', header: t`Code`, width: 80, dim: true, cell: (row) => row.code ?? '–' },
      {
        id: 'owner',
        header: t`Owner`,
        width: 150,
        cell: (row) => <Person id={row.ownerId} name={row.ownerName} label />,
      },
      {
        id: 'deleted',
        header: t`Deleted`,
        width: 120,
        dim: true,
        cell: (row) => (row.deletedAt ? <RelTime at={row.deletedAt} /> : '–'),
      },
      { id: 'left', header: t`Deleted for ever on`, width: 200, cell: (row) => <DaysLeft row={row} /> },
      {
        id: 'restore',
        header: t`Bring back`,
        width: 170,
        cell: (row) => (
          <span className={classes.actions}>
            <RestoreButton row={row} busy={busy === row.id} onRestore={onRestore} />
            {onDestroy ? <DestroyButton row={row} onDestroy={onDestroy} /> : null}
          </span>
        ),
      },
    ],
    [t, onRestore, busy, onDestroy],
  );
}
