import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { Fragment, type KeyboardEvent, useState } from 'react';
import { onDemand } from '#ui/onDemand.tsx';
import type { Row } from './grid.ts';
import { OverlapRow } from './OverlapRow.tsx';
import { OvertakenRow } from './OvertakenRow.tsx';
import { RateRow } from './RateRow.tsx';
import classes from './rates.module.css';
import type { Grid } from './useGrid.ts';
import { useColumnWords } from './words.ts';

const RowDrawer = onDemand(async () => (await import('./RowDrawer.tsx')).RowDrawer);

/** The columns with their widths; numbers stand at the end of their cells. */
const columns = [
  { id: 'position', width: 200 },
  { id: 'unit', width: 76 },
  { id: 'currency', width: 82 },
  { id: 'regular', width: 116, align: 'end' },
  { id: 'overtime', width: 116, align: 'end' },
  { id: 'rule', width: 84 },
  { id: 'from', width: 132 },
  { id: 'to', width: 132 },
  { id: 'state', width: 232 },
] as const;

/** The rates as a table whose cells are typed in; it scrolls in a box of its own where it is too wide. */
export function RatesGrid({ grid }: { grid: Grid }) {
  const { t } = useLingui();
  const words = useColumnWords();
  const [open, setOpen] = useState<{ key: string; first: 'to' | 'note' }>();
  const opened = grid.rows.find(({ key }) => key === open?.key);
  /** Steps go back and forth over the whole grid, not letter by letter in one cell. */
  const onKeyDown = (event: KeyboardEvent) => {
    const letter = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !['z', 'y'].includes(letter)) return;
    event.preventDefault();
    event.stopPropagation();
    if (letter === 'y' || event.shiftKey) grid.redo();
    else grid.undo();
  };
  const of = (key: string) =>
    grid.problems.filter((problem) => problem.key === key || ('other' in problem && problem.other === key));
  return (
    <>
      <section
        className={classes.region}
        aria-label={t`Rates`}
        data-print="flow"
        onKeyDown={grid.mayEdit ? onKeyDown : undefined}
        // Without cells to type in, only this can be scrolled by keys.
        tabIndex={grid.mayEdit ? undefined : 0}
      >
        <table className={classes.table}>
          <colgroup>
            <col data-column="number" style={{ width: 44 }} />
            {columns.map(({ id, width }) => (
              <col key={id} data-column={id} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{t`Row`}</VisuallyHidden>
              </th>
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  data-column={column.id}
                  data-align={'align' in column ? column.align : undefined}
                >
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
                  <RateRow
                    grid={grid}
                    row={row}
                    number={at + 1}
                    problems={problems}
                    onOpen={({ key }: Row, first) => setOpen({ key, first })}
                  />
                  {problems.map((problem) =>
                    problem.kind === 'overtaken' ? (
                      <OvertakenRow key={problem.part} grid={grid} row={row} part={problem.part} />
                    ) : null,
                  )}
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
      {open && opened ? (
        <RowDrawer grid={grid} row={opened} first={open.first} onClose={() => setOpen(undefined)} />
      ) : null}
    </>
  );
}
