import { useMemo } from 'react';
import type { Rate, Rates } from '#contracts/schemas/rate.ts';
import {
  dirtyCells,
  duplicate,
  endsBlank,
  type Field,
  isBlank,
  originalOf,
  type Part,
  type Row,
  setCell,
  type Terms,
  toRow,
  toRows,
  withRow,
  withSettled,
} from './grid.ts';
import { decided, overTheirs } from './overtaken.ts';
import { impliedEnds, problemsIn } from './problems.ts';
import { withSaved } from './saving.ts';
import { useSteps } from './useSteps.ts';
import { isOver, useColumnWords } from './words.ts';

export type View = 'current' | 'history';

interface GridOptions {
  rates: Rates;
  view: View;
  mayEdit: boolean;
  locale: string;
  /** The workspace's list of positions. */
  listed: Terms['listed'];
}

/** The rates as they are being edited: rows, what is wrong with them, and what differs from what was read. */
export function useGrid({ rates, view, mayEdit, locale, listed }: GridOptions) {
  const { data, currency, today, overtimePolicy } = rates;
  const words = useColumnWords();
  const steps = useSteps(() => toRows(data));
  const { rows } = steps;
  const terms = useMemo(() => ({ currency, today, locale, listed }), [currency, today, locale, listed]);
  const problems = useMemo(() => problemsIn(rows, terms), [rows, terms]);
  const ends = useMemo(() => impliedEnds(rows, listed), [rows, listed]);
  const named = new Set(
    problems.flatMap((problem) => ('other' in problem ? [problem.key, problem.other] : [problem.key])),
  );
  const visible = rows.filter(
    (row) =>
      (mayEdit || !isBlank(row)) &&
      (view === 'history' ||
        !isOver(row, ends.get(row.key), today) ||
        dirtyCells(row).length > 0 ||
        named.has(row.key)),
  );
  const changed = rows.filter((row) => dirtyCells(row).length > 0);
  /** Typing on in one cell is one step. */
  const set = (key: string, part: Part, text: string) =>
    steps.edit((current) => setCell(current, key, part, text, terms), `${key} ${part}`);

  return {
    rows,
    visible,
    problems,
    ends,
    currency,
    today,
    overtimePolicy,
    terms,
    mayEdit,
    changedRows: changed.length,
    changedCells: changed.reduce((sum, row) => sum + dirtyCells(row).length, 0),
    set,
    /** Called when a cell is left: amounts get their decimals, days their one notation. */
    leave: ({ key, cells }: Row, field: Field) =>
      steps.edit(
        (current) => withRow(current, key, (row) => withSettled(row, field, cells[field], terms)),
        `${key} ${field}`,
      ),
    restore: (row: Row, field: Field) => set(row.key, field, originalOf(row)[field]),
    /** What reads a spreadsheet's cells is fetched with the first of them. */
    paste: async (at: { key: string; field: Field }, text: string) => {
      const { paste, readBlock } = await import('./paste.ts');
      const keys = visible.map(({ key }) => key);
      const block = readBlock(text, at.field, words);
      steps.edit((current) => paste(current, keys, at.key, block, terms));
    },
    /** A rate is marked and goes with the next save; a row that was never saved goes at once. */
    toggle: ({ key, rate }: Row) =>
      steps.edit((current) =>
        rate
          ? current.map((row) => (row.key === key ? { ...row, removed: !row.removed } : row))
          : endsBlank(current.filter((row) => row.key !== key)),
      ),
    duplicate: ({ key }: Row) => steps.edit((current) => duplicate(current, key)),
    /** Takes over what was read from elsewhere; nothing is saved by that. */
    take: (next: Row[]) => steps.edit(() => next),
    /** Some rows are saved, the others still wait for it. */
    saved: (some: readonly Row[], now: readonly Rate[]) =>
      steps.restart((current) => withSaved(current, some, now, listed)),
    /** Others were faster: what they wrote, with what is typed here over it. */
    overtake: (now: readonly Rate[]) => steps.restart((current) => overTheirs(current, now, listed)),
    decide: ({ key }: Row, part: Part, whose: 'mine' | 'theirs') =>
      steps.edit((current) => withRow(current, key, (row) => decided(row, part, whose))),
    /** Back to what the server said last. */
    discard: () =>
      steps.edit((current) => endsBlank(current.flatMap(({ rate }) => (rate ? [toRow(rate)] : [])))),
    undo: steps.undo,
    redo: steps.redo,
    canUndo: steps.canUndo,
    canRedo: steps.canRedo,
    /** Where a row stands on the screen, counted from one; null for one that is not in sight. */
    numberOf: (key: string) => {
      const at = visible.findIndex((row) => row.key === key);
      return at < 0 ? null : at + 1;
    },
  };
}

export type Grid = ReturnType<typeof useGrid>;
