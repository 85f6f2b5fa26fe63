import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Row, RowData } from '@tanstack/react-table';
import type { MouseEvent, PointerEvent, ReactNode } from 'react';
import classes from './DataTable.module.css';
import type { features, GridTable } from './tableTypes.ts';

interface RowProps<T extends RowData> {
  row: Row<typeof features, T>;
  table: GridTable<T>;
  name: string;
  selectable: boolean;
  menu: ((row: T) => ReactNode) | undefined;
  onOpen: ((row: T) => void) | undefined;
}

const interactive = 'a, button, input, label, select, textarea, [role="menuitem"], [role="menu"]';

/** Text that does not fit is offered as a tooltip, found out only when the pointer gets there. */
function nameCutText(event: PointerEvent<HTMLElement>) {
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  if (cell?.title !== '' || cell.scrollWidth <= cell.clientWidth) return;
  cell.title = cell.textContent ?? '';
}

export function DataTableRow<T extends RowData>({ row, table, name, selectable, menu, onOpen }: RowProps<T>) {
  const { t } = useLingui();
  const selected = row.getIsSelected();

  const open = (event: MouseEvent<HTMLElement>) => {
    if (event.target instanceof Element && event.target.closest(interactive)) return;
    if (window.getSelection()?.toString()) return;
    onOpen?.(row.original);
  };

  return (
    <tr
      className={classes.row}
      aria-selected={selectable ? selected : undefined}
      data-row={row.id}
      data-opens={onOpen ? true : undefined}
      onClick={open}
      onPointerOver={nameCutText}
    >
      {selectable ? (
        <td className={classes.check} data-fixed>
          <Checkbox
            aria-label={t`Select ${name}`}
            checked={selected}
            onChange={row.getToggleSelectedHandler()}
            data-row-check
          />
        </td>
      ) : null}
      {row.getVisibleCells().map((cell) => {
        const { align, dim, fixed } = cell.column.columnDef.meta ?? {};
        return (
          <td key={cell.id} data-align={align} data-dim={dim || undefined} data-fixed={fixed || undefined}>
            <table.FlexRender cell={cell} />
          </td>
        );
      })}
      {menu ? (
        <td className={classes.more}>
          <Menu withinPortal keepMounted={false}>
            <Menu.Target>
              <ActionIcon aria-label={t`Actions for ${name}`}>
                <IconDots size={16} stroke={2} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>{menu(row.original)}</Menu.Dropdown>
          </Menu>
        </td>
      ) : null}
    </tr>
  );
}
