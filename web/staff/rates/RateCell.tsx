import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useDayText } from './days.ts';
import { cellId, moveBetween } from './focus.ts';
import { type Field, isDirty, type Row } from './grid.ts';
import { PositionCell } from './PositionCell.tsx';
import classes from './rates.module.css';
import type { Grid } from './useGrid.ts';

interface RateCellProps {
  grid: Grid;
  row: Row;
  number: number;
  field: Field;
  label: string;
  /** Ringed, and told as invalid. */
  wrong: boolean;
  /** Names the sentence that says why. */
  describedBy: string;
  placeholder?: string | undefined;
  /** On paper, where the cell alone does not say it. */
  printed?: string | undefined;
}

/** A cell that can be typed in. Days are shown as they are read, and typed as 2026-01-31. */
export function RateCell({
  grid,
  row,
  number,
  field,
  label,
  wrong,
  describedBy,
  placeholder,
  printed,
}: RateCellProps) {
  const dayText = useDayText();
  const [focused, setFocused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // Once the text has changed from how a day is read to how it is typed.
  useLayoutEffect(() => {
    if (focused) input.current?.select();
  }, [focused]);
  const isDay = field === 'from' || field === 'to';
  const text = row.cells[field];
  const shown = isDay && !focused ? dayText(text) : text;
  const guess = row.guessed?.[field];
  const align = field === 'regular' || field === 'overtime' ? 'end' : undefined;
  if (!grid.mayEdit || row.removed) {
    return (
      <td data-align={align} data-removed={row.removed || undefined}>
        <span className={classes.text}>{shown || placeholder}</span>
        <span className={classes.printed}>{printed ?? shown}</span>
      </td>
    );
  }
  const names = grid.terms.listed.filter(({ archived }) => !archived).map((entry) => entry.label);
  const shared = {
    id: cellId(number, field),
    'aria-label': label,
    'aria-invalid': wrong || undefined,
    'aria-describedby': wrong || guess !== undefined ? describedBy : undefined,
    autoComplete: 'off',
    spellCheck: false,
    placeholder,
    value: shown,
    onFocus: () => setFocused(true),
    onMouseDown: (event: MouseEvent<HTMLInputElement>) => {
      // A click chooses the whole cell, as the keyboard does; one more places the cursor.
      if (focused || event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.focus();
    },
    onBlur: () => {
      setFocused(false);
      grid.leave(row, field);
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key === 'Escape' && isDirty(row, field)) {
        event.preventDefault();
        grid.restore(row, field);
      } else moveBetween(event, number, field);
    },
    onPaste: (event: ClipboardEvent<HTMLInputElement>) => {
      const pasted = event.clipboardData.getData('text/plain');
      if (!/[\t\n]/.test(pasted.trimEnd())) return;
      event.preventDefault();
      void grid.paste({ key: row.key, field }, pasted);
    },
  };
  const onTyped = (typed: string) => grid.set(row.key, field, typed);
  return (
    <td
      data-align={align}
      data-dirty={isDirty(row, field) || undefined}
      data-wrong={wrong || undefined}
      data-guess={guess !== undefined || undefined}
    >
      {field === 'position' ? (
        <PositionCell {...shared} inputRef={input} names={names} onTyped={onTyped} />
      ) : (
        <input
          {...shared}
          ref={input}
          className={classes.input}
          inputMode={align ? 'decimal' : 'text'}
          onChange={(event) => onTyped(event.currentTarget.value)}
        />
      )}
      <span className={classes.printed}>{printed ?? shown}</span>
    </td>
  );
}
