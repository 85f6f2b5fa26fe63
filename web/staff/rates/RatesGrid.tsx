import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { Fragment } from 'react';
import { OverlapRow } from './OverlapRow.tsx';
import { RateRow } from './RateRow.tsx';
import classes from './rates.module.css';
import type { Grid } from './useGrid.ts';
import { useColumnWords } from './words.ts';

/** The columns with their widths; numbers stand at the end of their cells. */
const columns = [
  { id: 'position', width: 214 },
  { id: 'unit', width: 76 },
  { id: 'currency', width: 82 },
  { id: 'regular', width: 116, align: 'end' },
  { id: 'overtime', width: 116, align: 'end' },
  { id: 'rule', width: 84 },
  { id: 'from', width: 132 },
  { id: 'to', width: 132 },
  { id: 'state', width: 188 },
] as const;

/** The rates as a table whose cells are typed in; it scrolls in a box of its own where it is too wide. */
export function RatesGrid({ grid }: { grid: Grid }) {
  const { t } = useLingui();
  const words = useColumnWords();
  const of = (key: string) =>
    grid.problems.filter((problem) => problem.key === key || ('other' in problem && problem.other === key));
  return (
    <section
      className={classes.region}
      aria-label={t`Rates`}
      data-print="flow"
      // Without cells to type in, only this can be scrolled by keys.
      tabIndex={grid.mayEdit ? undefined : 0}
    >
      <table className={classes.table}>
        <colgroup>
          <col style={{ width: 44 }} />
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t`Row`}</VisuallyHidden>
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={'align' in column ? column.align : undefined}>
                {words[column.id]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.visible.map((row, at) => {
            const problems = of(row.key);
            // The sentence stands under the lower one of the two rows.
            const overlaps = problems.filter(
              (problem) =>
                problem.kind === 'overlap' &&
                at + 1 === Math.max(grid.numberOf(problem.key) ?? 0, grid.numberOf(problem.other) ?? 0),
            );
            return (
              <Fragment key={row.key}>
                <RateRow grid={grid} row={row} number={at + 1} problems={problems} />
                {overlaps.map((problem) =>
                  problem.kind === 'overlap' ? (
                    <OverlapRow key={problem.key} grid={grid} overlap={problem} />
                  ) : null,
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
