import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import classes from './ColumnsMenu.module.css';
import { type ColumnLayout, plainLayout } from './columnLayout.ts';
import type { DataColumn } from './tableTypes.ts';

export interface ColumnsMenuProps<T> {
  columns: DataColumn<T>[];
  layout: ColumnLayout;
  onLayout: (layout: ColumnLayout) => void;
}

/** Columns in the reader's own order, with those added since at the end. */
function ordered<T>(columns: DataColumn<T>[], order: string[]): DataColumn<T>[] {
  const rank = (column: DataColumn<T>) => {
    const at = order.indexOf(column.id);
    return at < 0 ? order.length : at;
  };
  return columns.toSorted((a, b) => rank(a) - rank(b));
}

/** Show, hide and move columns; widths are dragged in the head, or changed with Alt and arrows there. */
export function ColumnsMenu<T>({ columns, layout, onLayout }: ColumnsMenuProps<T>) {
  const { t } = useLingui();
  const list = ordered(columns, layout.order);

  const toggle = (id: string) => {
    const hidden = layout.hidden.includes(id)
      ? layout.hidden.filter((other) => other !== id)
      : [...layout.hidden, id];
    onLayout({ ...layout, hidden });
  };

  const move = (from: number, to: number) => {
    const ids = list.map((column) => column.id);
    const [id] = ids.splice(from, 1);
    if (id === undefined) return;
    ids.splice(to, 0, id);
    onLayout({ ...layout, order: ids });
  };

  return (
    <Popover position="bottom-end" width={260} trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          size="xs"
          leftSection={<IconAdjustmentsHorizontal size={15} stroke={1.7} aria-hidden="true" />}
        >
          <Trans>Columns</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={t`Columns`}>
        <ul className={classes.list}>
          {list.map((column, index) => (
            <li key={column.id} className={classes.row}>
              <Checkbox
                label={column.header}
                checked={!layout.hidden.includes(column.id)}
                disabled={column.fixed ?? false}
                onChange={() => toggle(column.id)}
              />
              <span className={classes.moves}>
                <ActionIcon
                  size={24}
                  aria-label={t`Move ${column.header} up`}
                  disabled={index === 0 || column.fixed || list[index - 1]?.fixed}
                  onClick={() => move(index, index - 1)}
                >
                  <IconArrowUp size={14} stroke={1.7} />
                </ActionIcon>
                <ActionIcon
                  size={24}
                  aria-label={t`Move ${column.header} down`}
                  disabled={index === list.length - 1 || column.fixed}
                  onClick={() => move(index, index + 1)}
                >
                  <IconArrowDown size={14} stroke={1.7} />
                </ActionIcon>
              </span>
            </li>
          ))}
        </ul>
        <div className={classes.density}>
          <Checkbox
            label={t`Compact rows`}
            checked={layout.density === 'compact'}
            onChange={({ currentTarget }) =>
              onLayout({ ...layout, density: currentTarget.checked ? 'compact' : 'comfortable' })
            }
          />
        </div>
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          size="xs"
          fullWidth
          onClick={() => onLayout(plainLayout)}
        >
          <Trans>Reset columns</Trans>
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
