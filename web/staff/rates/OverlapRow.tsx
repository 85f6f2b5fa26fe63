import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useDayText } from './days.ts';
import { fixesOf, type Problem } from './problems.ts';
import classes from './rates.module.css';
import type { Grid } from './useGrid.ts';

/** Says which days have two rates, and offers two ways out. */
export function OverlapRow({
  grid,
  overlap,
}: {
  grid: Grid;
  overlap: Extract<Problem, { kind: 'overlap' }>;
}) {
  const dayText = useDayText();
  const position = grid.rows.find(({ key }) => key === overlap.key)?.cells.position;
  const [first, second] = [grid.numberOf(overlap.key), grid.numberOf(overlap.other)];
  const { endFirst, startSecond } = fixesOf(overlap, grid.rows);
  const [from, to, ends, starts] = [overlap.from, overlap.to, endFirst, startSecond].map(dayText);
  return (
    <tr className={classes.overlap} data-bad>
      <td>
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
      </td>
      <td colSpan={9}>
        <div className={classes.sentence}>
          <span>
            <Trans>
              {position} has two rates from <b>{from}</b> to <b>{to}</b>. Only one can apply on a day.
            </Trans>
          </span>
          {grid.mayEdit ? (
            <>
              <Button size="xs" variant="default" onClick={() => grid.set(overlap.key, 'to', endFirst)}>
                <Trans>
                  End row {first} on {ends}
                </Trans>
              </Button>
              <Button
                size="xs"
                variant="subtle"
                color="red"
                onClick={() => grid.set(overlap.other, 'from', startSecond)}
              >
                <Trans>
                  Start row {second} on {starts}
                </Trans>
              </Button>
            </>
          ) : null}
        </div>
      </td>
    </tr>
  );
}
