import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import type { Row } from './grid.ts';
import type { Grid } from './useGrid.ts';
import { useColumnWords } from './words.ts';

interface RowDrawerProps {
  grid: Grid;
  row: Row;
  /** What it was opened for. */
  first: 'to' | 'note';
  onClose: () => void;
}

/** The last day of a rate and its internal note; both go into the grid, and are saved with it. */
export function RowDrawer({ grid, row, first, onClose }: RowDrawerProps) {
  const { t } = useLingui();
  const words = useColumnWords();
  const [to, setTo] = useState(row.cells.to);
  const [note, setNote] = useState(row.cells.note);
  const done = useRef(false);
  const put = () => {
    done.current = true;
    if (grid.mayEdit && to !== row.cells.to) grid.set(row.key, 'to', to);
    if (grid.mayEdit && note !== row.cells.note) grid.set(row.key, 'note', note);
    onClose();
  };
  const isEmpty = to === row.cells.to && note === row.cells.note;
  const guard = useLeaveGuard(() => !isEmpty && !done.current);
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={row.cells.position || words.position}
      onSubmit={put}
      submitLabel={isEmpty ? t`Close` : t`Put into the grid`}
    >
      <TextInput
        type="date"
        label={words.to}
        description={t`The last day on which it holds. Without one it holds until the next rate begins.`}
        value={to}
        readOnly={!grid.mayEdit}
        onChange={(event) => setTo(event.currentTarget.value)}
        data-autofocus={first === 'to' || undefined}
      />
      <Textarea
        label={t`Internal note`}
        description={t`For the team only: a copy to another client leaves it here.`}
        value={note}
        readOnly={!grid.mayEdit}
        maxLength={200}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value.replaceAll('\n', ' '))}
        data-autofocus={first === 'note' || undefined}
      />
      {isEmpty ? null : (
        <p>
          <Trans>Nothing is saved until you save the grid.</Trans>
        </p>
      )}
    </DrawerForm>
  );
}
