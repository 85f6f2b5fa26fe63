import { useLayoutEffect, useRef, useState } from 'react';
import { useDayText } from './days.ts';
import { cellId, moveBetween } from './focus.ts';
import { type Field, isDirty, type Row } from './grid.ts';
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
  const align = field === 'regular' || field === 'overtime' ? 'end' : undefined;
  if (!grid.mayEdit || row.removed) {
    return (
      <td data-align={align} data-removed={row.removed || undefined}>
        <span className={classes.text}>{shown || placeholder}</span>
      </td>
    );
  }
  return (
    <td data-align={align} data-dirty={isDirty(row, field) || undefined} data-wrong={wrong || undefined}>
      <input
        id={cellId(number, field)}
        className={classes.input}
        aria-label={label}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? describedBy : undefined}
        autoComplete="off"
        spellCheck={false}
        inputMode={align ? 'decimal' : 'text'}
        placeholder={placeholder}
        value={shown}
        onChange={(event) => grid.set(row.key, field, event.currentTarget.value)}
        ref={input}
        onFocus={() => setFocused(true)}
        onMouseDown={(event) => {
          // A click chooses the whole cell, as the keyboard does; one more places the cursor.
          if (focused || event.button !== 0) return;
          event.preventDefault();
          event.currentTarget.focus();
        }}
        onBlur={() => {
          setFocused(false);
          grid.leave(row, field);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isDirty(row, field)) {
            event.preventDefault();
            grid.restore(row, field);
          } else moveBetween(event, number, field);
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (!/[\t\n]/.test(pasted.trimEnd())) return;
          event.preventDefault();
          grid.paste({ key: row.key, field }, pasted);
        }}
      />
    </td>
  );
}
