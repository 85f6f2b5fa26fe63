import type { KeyboardEvent } from 'react';

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

const within = (at: number, length: number) => Math.min(Math.max(at, 0), length - 1);

/** Moves the focus from box to box, as a spreadsheet would; other keys are left to the box. */
export function arrowKeys(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const box = event.target instanceof HTMLInputElement ? event.target : null;
  if (!step || !box?.dataset.cell) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll<HTMLInputElement>('input[data-cell]')])
    .filter((boxes) => boxes.length > 0);
  const row = rows.findIndex((boxes) => boxes.includes(box));
  const column = rows[row]?.indexOf(box) ?? 0;
  const target = rows[within(row + step[0], rows.length)];
  target?.[within(column + step[1], target.length)]?.focus();
}
