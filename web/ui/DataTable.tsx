import { useLingui } from '@lingui/react/macro';
import { type RowData, useTable } from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import { plainLayout } from './columnLayout.ts';
import { DataList } from './DataList.tsx';
import classes from './DataTable.module.css';
import { DataTableHead } from './DataTableHead.tsx';
import { DataTableRow } from './DataTableRow.tsx';
import { DataTableSkeleton } from './DataTableSkeleton.tsx';
import { usePhone } from './media.ts';
import { type DataTableProps, features } from './tableTypes.ts';
import { useRowKeys } from './useRowKeys.ts';

const checkWidth = 56;
const menuWidth = 52;

/**
 * List of records: a real table with a sticky head in its own scroll region, or list rows on a phone.
 * It keeps no state of its own; sort, selection and columns belong to the page and its address.
 */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  const phone = usePhone();
  if (phone && props.renderCard) return <DataList {...props} renderCard={props.renderCard} />;
  return <Grid {...props} />;
}

function Grid<T extends RowData>(props: DataTableProps<T>) {
  const { label, rows, rowId, rowName, fetching = false, rowMenu, onOpen, empty } = props;
  const { t } = useLingui();
  const region = useRef<HTMLElement>(null);
  const table = useGrid(props);
  const selectable = props.onSelect !== undefined;
  useRowKeys(region, selectable);

  if (rows?.length === 0 && empty) return <div className={classes.none}>{empty}</div>;
  const shown = table.getVisibleLeafColumns();
  const width = table.getTotalSize() + (selectable ? checkWidth : 0) + (rowMenu ? menuWidth : 0);

  return (
    <section
      ref={region}
      className={classes.region}
      aria-label={label}
      data-print="flow"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must be reachable to be scrolled by keyboard
      tabIndex={0}
    >
      <table
        className={classes.table}
        data-density={props.layout?.density}
        aria-label={label}
        aria-busy={rows === undefined || fetching}
        style={{ minWidth: width }}
      >
        <colgroup>
          {selectable ? <col style={{ width: checkWidth }} /> : null}
          {shown.map((column) => (
            <col key={column.id} style={{ width: column.getSize() }} />
          ))}
          {rowMenu ? <col style={{ width: menuWidth }} /> : null}
        </colgroup>
        <DataTableHead
          table={table}
          selectable={selectable}
          resizable={props.onLayout !== undefined}
          menu={rowMenu !== undefined}
          fetching={fetching && rows !== undefined}
        />
        <tbody>
          {rows === undefined ? (
            <DataTableSkeleton
              rows={props.skeletonRows ?? 12}
              columns={shown.length}
              selectable={selectable}
              menu={rowMenu !== undefined}
              label={t`Loading`}
            />
          ) : (
            table
              .getRowModel()
              .rows.map((row) => (
                <DataTableRow
                  key={rowId(row.original)}
                  row={row}
                  table={table}
                  name={rowName(row.original)}
                  selectable={selectable}
                  menu={rowMenu}
                  onOpen={onOpen}
                />
              ))
          )}
        </tbody>
      </table>
    </section>
  );
}

const nothing: never[] = [];

function useGrid<T extends RowData>(props: DataTableProps<T>) {
  const { columns, rows, rowId, sort, onSort, selected, onSelect, onLayout } = props;
  const layout = props.layout ?? plainLayout;

  const defs = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        accessorFn: (row: T) => row,
        cell: (info: { row: { original: T } }) => column.cell(info.row.original),
        size: column.width,
        minSize: 56,
        enableSorting: column.sortable ?? false,
        sortDescFirst: column.descFirst ?? false,
        enableHiding: !column.fixed,
        meta: { align: column.align, dim: column.dim, fixed: column.fixed, unsortable: column.unsortable },
      })),
    [columns],
  );

  const sorting = sort ? [sort] : [];
  const rowSelection = Object.fromEntries([...(selected ?? [])].map((id) => [id, true as const]));

  return useTable({
    features,
    columns: defs,
    data: rows ?? nothing,
    getRowId: rowId,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    columnResizeMode: 'onEnd',
    state: {
      sorting,
      rowSelection,
      columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, false])),
      columnOrder: layout.order,
      columnSizing: layout.widths,
    },
    onSortingChange: (update) => {
      const [next] = typeof update === 'function' ? update(sorting) : update;
      if (next) onSort?.(next);
    },
    onRowSelectionChange: (update) => {
      const next = typeof update === 'function' ? update(rowSelection) : update;
      onSelect?.(new Set(Object.keys(next)));
    },
    onColumnSizingChange: (update) => {
      const widths = typeof update === 'function' ? update(layout.widths) : update;
      onLayout?.({ ...layout, widths });
    },
  });
}
