import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useFormats } from '#ui/formats.ts';
import { Keys } from '#ui/Keys.tsx';
import { StatusPill } from '#ui/StatusPill.tsx';
import { toast } from '#ui/toast.tsx';
import { focusCell } from './focus.ts';
import classes from './rates.module.css';
import type { Grid } from './useGrid.ts';

interface SaveBarProps {
  grid: Grid;
  saving: boolean;
  onSave: () => void;
}

/** How much is unsaved and what is wrong with it. Saving stays possible: it leads to the first problem. */
export function SaveBar({ grid, saving, onSave }: SaveBarProps) {
  const { changedCells, changedRows, problems } = grid;
  const { t } = useLingui();
  const { locale } = useFormats();
  const keys = problems.flatMap((problem) =>
    'other' in problem ? [problem.key, problem.other] : [problem.key],
  );
  const numbers = [...new Set(keys.map(grid.numberOf))]
    .filter((number) => number !== null)
    .sort((a, b) => a - b);
  const where = new Intl.ListFormat(locale).format(numbers.map(String));
  if (changedCells === 0) return null;
  const discard = () => {
    grid.discard();
    // Its button goes with what it discarded.
    requestAnimationFrame(() => focusCell(1, 'position'));
    toast.ok(
      <Plural value={changedCells} one="# unsaved cell discarded" other="# unsaved cells discarded" />,
      { undo: grid.undo },
    );
  };
  return (
    <div className={classes.bar} data-print="hide">
      <div className={classes.told} role="status">
        <b>
          <Plural value={changedCells} one="# unsaved cell" other="# unsaved cells" />
        </b>
        <span>
          <Plural value={changedRows} one="in # row" other="in # rows" />
        </span>
        {problems.length > 0 ? (
          <StatusPill tone="bad">
            <Plural value={problems.length} one="# problem" other="# problems" />{' '}
            <Plural value={numbers.length} one={`in row ${where}`} other={`in rows ${where}`} />
          </StatusPill>
        ) : null}
      </div>
      <span className={classes.hint}>
        <Keys keys={['Esc']} />
        <Trans>restores a cell</Trans>
      </span>
      <ActionIcon aria-label={t`Undo`} size={32} onClick={grid.undo} disabled={!grid.canUndo || saving}>
        <IconArrowBackUp size={17} stroke={1.7} />
      </ActionIcon>
      <ActionIcon aria-label={t`Redo`} size={32} onClick={grid.redo} disabled={!grid.canRedo || saving}>
        <IconArrowForwardUp size={17} stroke={1.7} />
      </ActionIcon>
      <Button variant="subtle" color="gray" onClick={discard} disabled={saving}>
        <Trans>Discard</Trans>
      </Button>
      <Button onClick={onSave} loading={saving}>
        <Trans>Save all</Trans>
      </Button>
    </div>
  );
}
