import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useFormats } from '#ui/formats.ts';
import { Keys } from '#ui/Keys.tsx';
import { StatusPill } from '#ui/StatusPill.tsx';
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
  const { locale } = useFormats();
  const keys = problems.flatMap((problem) =>
    'other' in problem ? [problem.key, problem.other] : [problem.key],
  );
  const numbers = [...new Set(keys.map(grid.numberOf))]
    .filter((number) => number !== null)
    .sort((a, b) => a - b);
  const where = new Intl.ListFormat(locale).format(numbers.map(String));
  if (changedCells === 0) return null;
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
      <Button variant="subtle" color="gray" onClick={grid.discard} disabled={saving}>
        <Trans>Discard</Trans>
      </Button>
      <Button onClick={onSave} loading={saving}>
        <Trans>Save all</Trans>
      </Button>
    </div>
  );
}
