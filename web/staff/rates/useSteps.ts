import { useState } from 'react';
import type { Row } from './grid.ts';

/** The rows of a grid with the way they came. */
interface Steps {
  rows: Row[];
  past: readonly Row[][];
  future: readonly Row[][];
  /** What the last step was about: more of the same belongs to it. */
  about?: string | undefined;
}

/** Steps that are kept; who goes back further discards. */
const MOST = 100;

const begin = (rows: Row[]): Steps => ({ rows, past: [], future: [] });

/**
 * Rows of a grid that can be taken back step by step. What is saved, or was changed by others, begins anew: the
 * states before it are of a time that is over.
 */
export function useSteps(rows: () => Row[]) {
  const [steps, setSteps] = useState<Steps>(() => begin(rows()));
  return {
    rows: steps.rows,
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    /** Makes a step; with `about`, one after another about the same are a single one. */
    edit: (change: (rows: Row[]) => Row[], about?: string) =>
      setSteps((now) => {
        const next = change(now.rows);
        if (isSame(next, now.rows)) return now;
        const goesOn = about !== undefined && about === now.about;
        const past = goesOn ? now.past : [...now.past, now.rows].slice(-MOST);
        return { rows: next, past, future: [], about };
      }),
    restart: (change: (rows: Row[]) => Row[]) => setSteps(({ rows }) => begin(change(rows))),
    undo: () =>
      setSteps(({ rows, past, future, ...steps }) => {
        const last = past.at(-1);
        return last
          ? { rows: last, past: past.slice(0, -1), future: [rows, ...future] }
          : { rows, past, future, ...steps };
      }),
    redo: () =>
      setSteps(({ rows, past, future, ...steps }) => {
        const [next, ...rest] = future;
        return next ? { rows: next, past: [...past, rows], future: rest } : { rows, past, future, ...steps };
      }),
  };
}

/** Nothing has changed where every row is the very one it was. */
const isSame = (a: readonly Row[], b: readonly Row[]) =>
  a.length === b.length && a.every((row, at) => row === b[at]);
