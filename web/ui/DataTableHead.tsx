import { useLingui } from '@lingui/react/macro';
import { Checkbox, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Header, RowData } from '@tanstack/react-table';
import type { KeyboardEvent } from 'react';
import classes from './DataTable.module.css';
import type { features, GridTable } from './tableTypes.ts';

interface HeadProps<T extends RowData> {
  table: GridTable<T>;
  selectable: boolean;
  resizable: boolean;
  menu: boolean;
  fetching: boolean;
}

export function DataTableHead<T extends RowData>({
  table,
  selectable,
  resizable,
  menu,
  fetching,
}: HeadProps<T>) {
  const { t } = useLingui();
  return (
    <thead className={classes.head} data-fetching={fetching || undefined}>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {selectable ? (
            <th scope="col" className={classes.check} data-fixed>
              <Checkbox
                aria-label={t`Select all rows on this page`}
                checked={table.getIsAllRowsSelected()}
                indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                onChange={table.getToggleAllRowsSelectedHandler()}
              />
            </th>
          ) : null}
          {group.headers.map((header) => (
            <HeadCell key={header.id} header={header} table={table} resizable={resizable} />
          ))}
          {menu ? (
            <th scope="col" className={classes.more}>
              <VisuallyHidden>{t`Actions`}</VisuallyHidden>
            </th>
          ) : null}
        </tr>
      ))}
    </thead>
  );
}

interface HeadCellProps<T extends RowData> {
  header: Header<typeof features, T>;
  table: GridTable<T>;
  resizable: boolean;
}

const spoken = { asc: 'ascending', desc: 'descending' } as const;

function HeadCell<T extends RowData>({ header, table, resizable }: HeadCellProps<T>) {
  const { column } = header;
  const sorted = column.getIsSorted();
  const { align, fixed, unsortable } = column.columnDef.meta ?? {};
  const sortable = column.getCanSort();
  const Arrow = sorted === 'asc' ? IconArrowUp : IconArrowDown;
  const resizing = table.state.columnResizing.isResizingColumn === column.id;
  const label = String(column.columnDef.header);

  /** Alt and an arrow do what dragging the edge does. */
  const widen = (event: KeyboardEvent) => {
    if (!resizable || !event.altKey || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    event.preventDefault();
    const step = event.key === 'ArrowRight' ? 16 : -16;
    table.setColumnSizing((old) => ({ ...old, [column.id]: Math.max(56, column.getSize() + step) }));
  };

  return (
    <th
      scope="col"
      aria-sort={sortable ? (sorted ? spoken[sorted] : 'none') : undefined}
      data-align={align}
      data-fixed={fixed || undefined}
    >
      {sortable ? (
        <UnstyledButton
          className={classes.sort}
          onClick={column.getToggleSortingHandler()}
          onKeyDown={widen}
          data-sorted={sorted || undefined}
          data-print="keep"
        >
          {label}
          <Arrow size={14} stroke={1.9} aria-hidden="true" />
        </UnstyledButton>
      ) : (
        <span className={classes.label} title={unsortable}>
          {label}
          {unsortable ? <VisuallyHidden>{unsortable}</VisuallyHidden> : null}
        </span>
      )}
      {resizable ? (
        <span
          className={classes.grip}
          aria-hidden="true"
          data-active={resizing || undefined}
          style={
            resizing
              ? { transform: `translateX(${table.state.columnResizing.deltaOffset ?? 0}px)` }
              : undefined
          }
          onPointerDown={header.getResizeHandler()}
          onDoubleClick={() => column.resetSize()}
        />
      ) : null}
    </th>
  );
}
