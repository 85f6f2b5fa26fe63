import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import type { Permission } from '#contracts/permissions.ts';
import type { Lock } from './edits.ts';
import classes from './matrix.module.css';

interface MatrixCellProps {
  /** Row and role, for the arrow keys. */
  cell: string;
  word: string;
  role: string;
  roleName: string;
  keys: readonly Permission[];
  share: 'all' | 'some' | 'none';
  isChanged: boolean;
  lock: Lock;
  isStop: boolean;
  onGive: (role: string, keys: readonly Permission[], on: boolean) => void;
}

/** One box of several hundred: drawn again only when something of its own has changed. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { cell, word, role, roleName, keys, share, isChanged, lock, isStop, onGive } = props;
  const reason = useReason(lock);
  return (
    <td className={classes.cell} data-changed={isChanged || undefined} title={reason}>
      <Checkbox
        aria-label={`${word}, ${roleName}`}
        aria-checked={share === 'some' ? 'mixed' : undefined}
        aria-disabled={lock ? true : undefined}
        aria-description={reason}
        data-locked={lock ?? undefined}
        data-cell={cell}
        tabIndex={isStop ? 0 : -1}
        checked={share === 'all'}
        indeterminate={share === 'some'}
        onChange={() => lock === null && onGive(role, keys, share !== 'all')}
      />
    </td>
  );
});

/** Why a box is locked; none for a page that is read only, which says so itself. */
function useReason(lock: Lock): string | undefined {
  const { t } = useLingui();
  switch (lock) {
    case 'owner':
      return t`The owner holds every permission, always.`;
    case 'beyond':
      return t`You do not hold this yourself, so you can neither give nor take it.`;
    case 'own_role':
      return t`It is your own role: without this you could not change it back.`;
    default:
      return undefined;
  }
}
