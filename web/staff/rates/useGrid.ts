import { useMemo, useState } from 'react';
import type { Rate, Rates } from '#contracts/schemas/rate.ts';
import {
  currencyOf,
  dirtyCells,
  type Field,
  isBlank,
  normalised,
  originalOf,
  paste,
  type Row,
  setCell,
  toBlock,
  toRows,
  withSaved,
} from './grid.ts';
import { impliedEnds, problemsIn } from './problems.ts';
import { isOver } from './words.ts';

export type View = 'current' | 'history';

/** The rates as they are being edited: rows, what is wrong with them, and what differs from what was read. */
export function useGrid({ data, currency }: Rates, view: View, mayEdit: boolean) {
  const [rows, setRows] = useState(() => toRows(data));
  const problems = useMemo(() => problemsIn(rows, currency), [rows, currency]);
  const ends = useMemo(() => impliedEnds(rows), [rows]);
  const named = new Set(
    problems.flatMap((problem) => ('other' in problem ? [problem.key, problem.other] : [problem.key])),
  );
  const visible = rows.filter(
    (row) =>
      (mayEdit || !isBlank(row)) &&
      (view === 'history' ||
        !isOver(row, ends.get(row.key)) ||
        dirtyCells(row).length > 0 ||
        named.has(row.key)),
  );
  const changed = rows.filter((row) => dirtyCells(row).length > 0);
  const set = (key: string, field: Field, text: string) =>
    setRows((current) => setCell(current, key, field, text, currency));

  return {
    rows,
    visible,
    problems,
    ends,
    currency,
    mayEdit,
    changedRows: changed.length,
    changedCells: changed.reduce((sum, row) => sum + dirtyCells(row).length, 0),
    set,
    /** Called when a cell is left: amounts get their decimals, days their one notation. */
    leave: (row: Row, field: Field) => {
      const text = normalised(field, row.cells[field], currencyOf(row, currency));
      if (text !== row.cells[field]) set(row.key, field, text);
    },
    restore: (row: Row, field: Field) => set(row.key, field, originalOf(row)[field]),
    paste: (at: { key: string; field: Field }, text: string) =>
      setRows((current) =>
        paste(
          current,
          visible.map(({ key }) => key),
          at,
          toBlock(text),
          currency,
        ),
      ),
    /** A rate is marked and goes with the next save; a row that was never saved goes at once. */
    toggle: ({ key, rate }: Row) =>
      setRows((current) =>
        rate
          ? current.map((row) => (row.key === key ? { ...row, removed: !row.removed } : row))
          : current.filter((row) => row.key !== key),
      ),
    /** Takes over what was read from elsewhere; nothing is saved by that. */
    take: setRows,
    /** Some rows are saved, the others still wait for it. */
    saved: (some: readonly Row[], rates: readonly Rate[]) =>
      setRows((current) => withSaved(current, some, rates)),
    discard: () => setRows(toRows(data)),
    /** Where a row stands on the screen, counted from one; null for one that is not in sight. */
    numberOf: (key: string) => {
      const at = visible.findIndex((row) => row.key === key);
      return at < 0 ? null : at + 1;
    },
  };
}

export type Grid = ReturnType<typeof useGrid>;
