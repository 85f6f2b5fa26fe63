import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconNote, IconTrash } from '@tabler/icons-react';
import { parseMoney } from '#contracts/money.ts';
import { Status } from '#ui/Status.tsx';
import { useDayText } from './days.ts';
import { focusCell } from './focus.ts';
import { currencyOf, dirtyCells, type Field, isBlank, type Row } from './grid.ts';
import { useOvertimeText } from './overtime.ts';
import type { Problem } from './problems.ts';
import { RateCell } from './RateCell.tsx';
import { RowMenu } from './RowMenu.tsx';
import classes from './rates.module.css';
import type { Grid } from './useGrid.ts';
import { useColumnWords, useProblemWord, useStateWord } from './words.ts';

interface RateRowProps {
  grid: Grid;
  row: Row;
  number: number;
  /** Those of this row, and those in which it is the other one. */
  problems: readonly Problem[];
  /** Opens what stands beside the columns: its last day, and its note. */
  onOpen: (row: Row, first: 'to' | 'note') => void;
}

/** One rate: its number, its cells, where it stands in time, and a way to remove it. */
export function RateRow({ grid, row, number, problems, onOpen }: RateRowProps) {
  const { t } = useLingui();
  const words = useColumnWords();
  const problemWord = useProblemWord();
  const stateWord = useStateWord(grid.today);
  const overtimeText = useOvertimeText(grid);
  const dayText = useDayText();
  const isNew = isBlank(row);
  const first = problems[0];
  const implied = grid.ends.get(row.key);
  const state = isNew ? null : stateWord(row, implied);
  const stateId = `rate-${number}-state`;
  const guess = Object.entries(row.guessed ?? {})[0] as [Field, string] | undefined;
  const [written, read] = [guess?.[1], guess && dayText(row.cells[guess[0]])];
  const isWrong = (field: Field) =>
    problems.some((problem) =>
      problem.key === row.key ? problem.field === field : field === 'from' && 'other' in problem,
    );
  const cell = (field: Field, placeholder?: string, printed?: string) => {
    const column = words[field];
    const position = row.cells.position;
    return (
      <RateCell
        grid={grid}
        row={row}
        number={number}
        field={field}
        label={position ? t`${column}, row ${number}, ${position}` : t`${column}, row ${number}`}
        wrong={isWrong(field)}
        describedBy={stateId}
        placeholder={placeholder}
        printed={printed}
      />
    );
  };
  /** A problem seen from this row: the other row of it is the one that is named. */
  const seenFromHere = (problem: Problem): Problem =>
    'other' in problem && problem.key !== row.key
      ? { ...problem, key: row.key, other: problem.key }
      : problem;
  return (
    <tr data-bad={first !== undefined || undefined} data-print={isNew ? 'hide' : undefined}>
      <th scope="row" data-number>
        {number}
      </th>
      {cell('position', isNew ? t`Add a position…` : undefined)}
      <td data-dim>{isNew ? null : <Trans>Hour</Trans>}</td>
      <td data-dim>{isNew ? null : currencyOf(row, grid.currency)}</td>
      {cell('regular')}
      {cell('overtime', isNew ? undefined : '–', overtimeText(row))}
      <td data-dim data-column="rule">
        {isNew ? null : <Rule row={row} currency={grid.currency} />}
      </td>
      {cell('from')}
      {cell(
        'to',
        isNew ? undefined : implied ? dayText(implied) : t`No end`,
        row.cells.to === '' && implied ? dayText(implied) : undefined,
      )}
      <td data-state data-column="state">
        <span id={stateId}>
          {first && !row.removed ? (
            <Status tone="bad" strong>
              {problemWord(seenFromHere(first), grid.numberOf)}
            </Status>
          ) : guess ? (
            <Status tone="warn">
              {written} → {read}?
            </Status>
          ) : state ? (
            <Status tone={state.tone}>{state.label}</Status>
          ) : null}
        </span>
        <span className={classes.acts} data-print="hide">
          {row.cells.note !== '' ? (
            <ActionIcon
              aria-label={t`Note of row ${number}`}
              title={row.cells.note}
              onClick={() => onOpen(row, 'note')}
            >
              <IconNote size={16} stroke={1.7} />
            </ActionIcon>
          ) : null}
          {grid.mayEdit && !isNew ? (
            <>
              {row.removed ? null : <RowMenu grid={grid} row={row} number={number} onOpen={onOpen} />}
              <ActionIcon
                aria-label={row.removed ? t`Keep row ${number}` : t`Remove row ${number}`}
                data-dirty={dirtyCells(row).length > 0 || undefined}
                onClick={() => {
                  grid.toggle(row);
                  // A row that goes at once takes its button along: the next one has the cursor then.
                  if (!row.rate) requestAnimationFrame(() => focusCell(number, 'position'));
                }}
              >
                {row.removed ? (
                  <IconArrowBackUp size={16} stroke={1.7} />
                ) : (
                  <IconTrash size={16} stroke={1.7} />
                )}
              </ActionIcon>
            </>
          ) : null}
        </span>
      </td>
    </tr>
  );
}

/** How overtime relates to the regular rate; without a rate of its own the workspace's policy decides. */
function Rule({ row, currency }: { row: Row; currency: string }) {
  const { i18n } = useLingui();
  const of = (field: 'regular' | 'overtime') => {
    const money = parseMoney(row.cells[field], currencyOf(row, currency));
    return 'amount' in money ? money.amount : null;
  };
  const [regular, overtime] = [of('regular'), of('overtime')];
  if (row.cells.overtime === '') return <Trans>Policy</Trans>;
  if (!regular || overtime === null) return null;
  return <>×{i18n.number(overtime / regular, { maximumFractionDigits: 2 })}</>;
}
