import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ClientRow } from '#contracts/schemas/client.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
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

export const route = createLazyRoute('/app/trash')({ component: TrashPage });

const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/** Whole days until a client is deleted for ever; the last one counts. */
function daysLeft(deletedAt: string): number {
  const end = Date.parse(deletedAt) + KEPT_DAYS * DAY_MS;
  return Math.max(0, Math.ceil((end - Date.now()) / DAY_MS));
}

function TrashPage() {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const search = route.useSearch();
  const rows = useQuery({ ...clientTrash(workspaceId, search.cursor), placeholderData: keepPreviousData });
  const { restore } = useTrashing();
  const busy = restore.isPending ? restore.variables.id : undefined;
  const columns = useColumns(restore.mutate, busy);
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
          </div>
        )}
        empty={
          <EmptyState kind="no-match" title={t`The trash is empty`}>
            <Trans>Clients that somebody moves to the trash can be brought back from here.</Trans>
          </EmptyState>
        }
      />
      {rows.data && (pager.onNext || pager.onPrev) ? <TableFoot {...pager} selectable={false} /> : null}
    </ListPage>
  );
}

function DaysLeft({ row }: { row: ClientRow }) {
  const days = daysLeft(row.deletedAt ?? row.createdAt);
  return (
    <span className={classes.days} data-soon={days <= 3 || undefined}>
      <Plural value={days} one="# day left" other="# days left" />
    </span>
  );
}

interface RestoreProps {
  row: ClientRow;
  busy: boolean;
  onRestore: (row: ClientRow) => void;
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

function useColumns(onRestore: RestoreProps['onRestore'], busy: string | undefined): DataColumn<ClientRow>[] {
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
      { id: 'left', header: t`Deleted for ever in`, width: 150, cell: (row) => <DaysLeft row={row} /> },
      {
        id: 'restore',
        header: t`Bring back`,
        width: 130,
        cell: (row) => <RestoreButton row={row} busy={busy === row.id} onRestore={onRestore} />,
      },
    ],
    [t, onRestore, busy],
  );
}
