import type { Rate } from '#contracts/schemas/rate.ts';
import type { Terms } from './grid.ts';
import {
  cellsOf,
  dirtyCells,
  endsBlank,
  isBlank,
  originalOf,
  type Part,
  parts,
  type Row,
  toRow,
} from './grid.ts';
import { isAt } from './saving.ts';

/**
 * The grid over what others have made of the rates meanwhile. What nobody typed in here is theirs; what was typed
 * stays, and where both changed the same cell, theirs is kept beside it until one of both is chosen. A row that is
 * new here and begins where somebody else began one is about that rate from now on.
 */
export function overTheirs(rows: readonly Row[], rates: readonly Rate[], listed: Terms['listed']): Row[] {
  const held = new Set(rows.map(({ rate }) => rate?.id));
  const found = new Set<Rate['id']>();
  const kept = rows.flatMap((row): Row[] => {
    if (isBlank(row)) return [];
    const now = row.rate
      ? rates.find(({ id }) => id === row.rate?.id)
      : rates.find((rate) => !held.has(rate.id) && !found.has(rate.id) && isAt(row, rate, listed));
    if (now) found.add(now.id);
    if (now) return [over(row, now)];
    if (!row.rate) return [row];
    return row.removed || dirtyCells(row).length === 0
      ? []
      : [{ ...row, rate: null, theirs: undefined, lost: true }];
  });
  return endsBlank([...kept, ...rates.filter(({ id }) => !found.has(id)).map(toRow)]);
}

/** A row over the newest state of its rate; a removal is not meant of what nobody has seen. */
function over(row: Row, now: Rate): Row {
  if (row.rate?.version === now.version) return row;
  const [was, theirs] = [originalOf(row), cellsOf(now)];
  const isTyped = (part: Part) => !row.removed && row.cells[part] !== was[part];
  const changed = parts.filter(
    (part) =>
      isTyped(part) &&
      row.cells[part] !== theirs[part] &&
      (theirs[part] !== was[part] || row.theirs?.[part] !== undefined),
  );
  return {
    ...row,
    rate: now,
    removed: false,
    cells: Object.fromEntries(
      parts.map((part) => [part, isTyped(part) ? row.cells[part] : theirs[part]]),
    ) as unknown as Row['cells'],
    theirs: Object.fromEntries(changed.map((part) => [part, theirs[part]])),
  };
}

/** The row once it is decided whose a cell is. */
export function decided(row: Row, part: Part, whose: 'mine' | 'theirs'): Row {
  const { [part]: text, ...theirs } = row.theirs ?? {};
  return {
    ...row,
    theirs,
    ...(whose === 'theirs' && text !== undefined && { cells: { ...row.cells, [part]: text } }),
  };
}
