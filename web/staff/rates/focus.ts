import type { KeyboardEvent } from 'react';
import { type Field, fields } from './grid.ts';

/** How a cell is found from outside: by its row's place and its column. */
export const cellId = (number: number, field: Field) => `rate-${number}-${field}`;

/** Puts the cursor into a cell, if there is one, with its text chosen so that typing replaces it. */
export function focusCell(number: number, field: Field): boolean {
  const cell = document.getElementById(cellId(number, field));
  if (!(cell instanceof HTMLInputElement)) return false;
  cell.focus();
  cell.select();
  return true;
}

/** Arrows go from cell to cell; inside a text that is being edited, left and right go from letter to letter. */
export function moveBetween(event: KeyboardEvent<HTMLInputElement>, number: number, field: Field): void {
  const { key, shiftKey, altKey, ctrlKey, metaKey, currentTarget } = event;
  if (altKey || ctrlKey || metaKey) return;
  const { selectionStart, selectionEnd, value } = currentTarget;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  const at = fields.indexOf(field);
  const to = {
    ArrowUp: () => focusCell(number - 1, field),
    ArrowDown: () => focusCell(number + 1, field),
    Enter: () => focusCell(number + (shiftKey ? -1 : 1), field),
    ArrowLeft: () => (whole || selectionEnd === 0) && focusCell(number, fields[at - 1] ?? field),
    ArrowRight: () =>
      (whole || selectionStart === value.length) && focusCell(number, fields[at + 1] ?? field),
  }[key];
  if (!to || (shiftKey && key !== 'Enter')) return;
  if (to()) event.preventDefault();
}
