import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarOff, IconCopy, IconDots, IconNote } from '@tabler/icons-react';
import { focusCell } from './focus.ts';
import type { Row } from './grid.ts';
import type { Grid } from './useGrid.ts';

interface RowMenuProps {
  grid: Grid;
  row: Row;
  number: number;
  onOpen: (row: Row, first: 'to' | 'note') => void;
}

/** What can be done with one rate. */
export function RowMenu({ grid, row, number, onOpen }: RowMenuProps) {
  const { t } = useLingui();
  const duplicate = () => {
    grid.duplicate(row);
    // The new one stands behind it, and lacks its first day.
    requestAnimationFrame(() => focusCell(number + 1, 'from'));
  };
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <ActionIcon aria-label={t`More about row ${number}`}>
          <IconDots size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} stroke={1.7} />} onClick={duplicate}>
          <Trans>Duplicate</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconCalendarOff size={16} stroke={1.7} />} onClick={() => onOpen(row, 'to')}>
          <Trans>End on a day…</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconNote size={16} stroke={1.7} />} onClick={() => onOpen(row, 'note')}>
          <Trans>Internal note…</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
