import { parseMoney } from '#contracts/money.ts';
import type { Rate, RateChanges } from '#contracts/schemas/rate.ts';
import { parseDay } from './days.ts';
import { cellsOf, currencyOf, dirtyCells, positionKeyOf, type Row, type Terms } from './grid.ts';

/** The rows that are to be saved: what goes first, then what is there already, then what is new, by its day. */
export const toSave = (rows: readonly Row[]): Row[] =>
  rows
    .filter((row) => dirtyCells(row).length > 0)
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.cells.from < b.cells.from ? -1 : 1));

const rankOf = ({ rate, removed }: Row) => (removed ? 0 : rate ? 1 : 2);

/** The rows once some of them are saved: what went is gone, and the others are what the server says they are. */
export const withSaved = (
  rows: readonly Row[],
  saved: readonly Row[],
  rates: readonly Rate[],
  listed: Terms['listed'],
): Row[] =>
  rows
    .filter((row) => !(row.removed && saved.includes(row)))
    .map((row) => {
      const rate = saved.includes(row) ? rates.find((one) => isAt(row, one, listed)) : undefined;
      return rate ? { key: row.key, rate, cells: cellsOf(rate), removed: false } : row;
    });

/** A rate is found again by its place: one that moved to another has another id. */
export const isAt = (row: Row, { effectiveFrom, positionKey }: Rate, listed: Terms['listed']) =>
  effectiveFrom === parseDay(row.cells.from) && positionKey === positionKeyOf(row, listed);

/** What is to be saved of some rows, and which row of the grid each of it is. */
export function toChanges(
  rows: readonly Row[],
  { currency }: Pick<Terms, 'currency'>,
): { body: Required<RateChanges>; keys: string[] } {
  const changed = rows.filter((row) => !row.removed && dirtyCells(row).length > 0);
  const amount = (row: Row, field: 'regular' | 'overtime') => {
    const money = parseMoney(row.cells[field], currencyOf(row, currency));
    return 'amount' in money ? money.amount : Number.NaN;
  };
  return {
    keys: changed.map(({ key }) => key),
    body: {
      put: changed.map(({ rate, cells, ...row }) => ({
        ...(rate && { id: rate.id, version: rate.version }),
        position: rate && cells.position === rate.positionName ? rate.positionKey : cells.position,
        regular: amount({ rate, cells, ...row }, 'regular'),
        overtime: cells.overtime === '' ? null : amount({ rate, cells, ...row }, 'overtime'),
        effectiveFrom: cells.from,
        effectiveTo: cells.to === '' ? null : cells.to,
        note: cells.note.trim() === '' ? null : cells.note,
      })),
      remove: rows.flatMap(({ rate, removed }) =>
        removed && rate ? [{ id: rate.id, version: rate.version }] : [],
      ),
    },
  };
}
