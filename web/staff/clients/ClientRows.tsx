import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import type { ClientRow } from '#contracts/schemas/client.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { TableFoot } from '#ui/TableFoot.tsx';
import type { Sort } from '#ui/tableTypes.ts';
import { usePager } from '../paging.ts';
import { useHere } from '../session/me.ts';
import type { ListView } from '../views/useListView.ts';
import { ClientCard } from './ClientCard.tsx';
import { ClientRowMenu } from './ClientRowMenu.tsx';
import { orderOf, sortOf, useClientColumns } from './columns.tsx';
import { type ClientSearch, changed, sortsFor } from './list-search.ts';
import type { ClientSelection } from './selection.ts';
import { useStatusChange } from './useStatusChange.tsx';
import { useTrashing } from './useTrashing.tsx';

interface ClientRowsProps {
  page: { data: ClientRow[]; page: { next: string | null; looked?: number | undefined } } | undefined;
  search: ClientSearch;
  /** What is shown belongs to the address before; the newer rows are on their way. */
  fetching: boolean;
  total: number | undefined;
  listView: Pick<ListView, 'layout' | 'setLayout'>;
  /** Absent for whoever may not change many at once. */
  selection: ClientSelection | undefined;
  onChange: (next: ClientSearch) => void;
}

/** The rows of one page with what can be done to each, and the way to other pages. */
export function ClientRows({
  page,
  search,
  fetching,
  total,
  listView,
  selection,
  onChange,
}: ClientRowsProps) {
  const { t, i18n } = useLingui();
  const { can } = useHere();
  const navigate = useNavigate();
  const sorts = sortsFor(search, !can('clients.view_all'));
  const columns = useClientColumns(sorts);
  const moving = useStatusChange();
  const trashing = useTrashing();
  const pager = usePager(search, page);

  const sortBy = (column: Sort) => {
    const order = orderOf(column, sorts);
    if (order) onChange(changed(search, { sort: order === 'name' ? undefined : order }));
  };

  // Conditions that no index answers are compared client by client, so many for a page.
  const looked = page?.page.looked;
  const found = i18n.number(page?.data.length ?? 0);
  const compared = i18n.number(looked ?? 0);
  const noneTitle =
    looked !== undefined && page?.page.next
      ? t`None of these ${compared} clients matches`
      : t`No client matches`;

  return (
    <>
      <DataTable
        label={t`Clients`}
        columns={columns}
        rows={page?.data}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        fetching={fetching}
        sort={sortOf(search.sort && sorts.includes(search.sort) ? search.sort : 'name')}
        onSort={sortBy}
        {...(selection && {
          selected: selection.all ? new Set(page?.data.map(({ id }) => id)) : selection.ids,
          onSelect: selection.pick,
        })}
        layout={listView.layout}
        onLayout={listView.setLayout}
        onOpen={({ id }) => void navigate({ to: '/clients/$clientId', params: { clientId: id } })}
        rowMenu={(row) => (
          <ClientRowMenu
            client={row}
            onStatus={(status) => moving.ask(row, status)}
            onTrash={() => trashing.ask(row)}
          />
        )}
        renderCard={(row) => <ClientCard row={row} />}
        empty={
          <EmptyState kind="no-match" title={noneTitle} onClear={() => onChange({})}>
            {page?.page.next ? (
              <Trans>Go on to the next page: there are more clients to look at.</Trans>
            ) : (
              <Trans>Clear the filters to see all clients.</Trans>
            )}
          </EmptyState>
        }
      />
      {page && (page.data.length > 0 || page.page.next || search.cursor) ? (
        <TableFoot
          {...pager}
          total={total}
          range={looked === undefined ? undefined : t`${found} among ${compared} looked at`}
          selectable={selection !== undefined}
        />
      ) : null}
      {moving.dialog}
      {trashing.dialog}
    </>
  );
}
