import { parseMoney, timesHundredths, toDecimal } from '#contracts/money.ts';
import { foldPosition } from '#contracts/positions.ts';
import type { Rate, RateChanges } from '#contracts/schemas/rate.ts';
import { parseDay, today } from './days.ts';

/** The columns that can be typed in, from left to right. */
export const fields = ['position', 'regular', 'overtime', 'from', 'to'] as const;
export type Field = (typeof fields)[number];
export type Cells = Readonly<Record<Field, string>>;

/** A row of the grid: a rate as it was read, if it was, and what its cells say now. */
export interface Row {
  key: string;
  rate: Rate | null;
  cells: Cells;
  removed: boolean;
}

/** Overtime is suggested at one and a half. */
const SUGGESTED = 150;

const blank: Cells = { position: '', regular: '', overtime: '', from: '', to: '' };
export const newRow = (): Row => ({ key: crypto.randomUUID(), rate: null, cells: blank, removed: false });

const cellsOf = (rate: Rate): Cells => ({
  position: rate.positionName,
  regular: toDecimal(rate.regular, rate.currency),
  overtime: rate.overtime === null ? '' : toDecimal(rate.overtime, rate.currency),
  from: rate.effectiveFrom,
  to: rate.effectiveTo ?? '',
});

/** The grid of what was read, with a row to add to at its end. */
export const toRows = (rates: readonly Rate[]): Row[] => [
  ...rates.map((rate) => ({ key: rate.id, rate, cells: cellsOf(rate), removed: false })),
  newRow(),
];

/** A rate keeps the currency it was agreed in; what is new is in that of today. */
export const currencyOf = ({ rate }: Row, currency: string): string => rate?.currency ?? currency;

/** What a cell said when it was read. */
export const originalOf = ({ rate }: Row): Cells => (rate ? cellsOf(rate) : blank);

/** A row that was never filled in; the day it got by itself does not count. */
export const isBlank = ({ rate, cells }: Row) =>
  rate === null && cells.position === '' && cells.regular === '' && cells.overtime === '';

export const isDirty = (row: Row, field: Field) =>
  !isBlank(row) && row.cells[field] !== originalOf(row)[field];
export const dirtyCells = (row: Row): Field[] =>
  isBlank(row) ? [] : row.removed ? [...fields] : fields.filter((field) => isDirty(row, field));

/** What a cell says once it is left: amounts with their decimals, days as 2026-01-31. */
export function normalised(field: Field, text: string, currency: string): string {
  const bare = text.trim();
  if (field === 'position' || bare === '') return bare;
  if (field === 'from' || field === 'to') return parseDay(bare) ?? bare;
  const money = parseMoney(bare, currency);
  return 'amount' in money ? toDecimal(money.amount, currency) : bare;
}

/** Overtime follows the regular rate while it is empty, or still what was suggested. */
function suggested(row: Row, regular: string, currency: string): string {
  const { overtime } = row.cells;
  const half = (text: string) => {
    const money = parseMoney(text, currency);
    return 'amount' in money ? toDecimal(timesHundredths(money.amount, SUGGESTED), currency) : '';
  };
  const follows = overtime === '' ? row.rate === null : overtime === half(row.cells.regular);
  return follows ? half(regular) : overtime;
}

function withCell(row: Row, field: Field, text: string, currencyOfNew: string): Row {
  const currency = currencyOf(row, currencyOfNew);
  const begins =
    row.rate === null && row.cells.from === '' && field !== 'from' && field !== 'to' && text !== '';
  const cells = {
    ...row.cells,
    ...(begins && { from: today() }),
    [field]: text,
    ...(field === 'regular' && { overtime: suggested(row, text, currency) }),
  };
  return { ...row, cells };
}

/** There is always an empty row at the end. */
export const endsBlank = (rows: Row[]): Row[] => {
  const last = rows.at(-1);
  return last && isBlank(last) && last.cells.from === '' ? rows : [...rows, newRow()];
};

/** The rows with one cell changed. */
export const setCell = (rows: readonly Row[], key: string, field: Field, text: string, currency: string) =>
  endsBlank(rows.map((row) => (row.key === key ? withCell(row, field, text, currency) : row)));

/** The cells of what a spreadsheet puts on the clipboard. */
export const toBlock = (text: string): string[][] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));

/** The rows with a block of cells put down at a cell: over the rows that are in sight, and new ones below. */
export function paste(
  rows: readonly Row[],
  visible: readonly string[],
  at: { key: string; field: Field },
  block: readonly string[][],
  currency: string,
): Row[] {
  const first = visible.indexOf(at.key);
  const left = fields.indexOf(at.field);
  let result = [...rows];
  block.forEach((line, down) => {
    let key = visible[first + down];
    if (!key) {
      const last = result.at(-1);
      const added = last && isBlank(last) && !visible.includes(last.key) ? last : newRow();
      if (added !== last) result.push(added);
      key = added.key;
    }
    line.slice(0, fields.length - left).forEach((text, right) => {
      const field = fields[left + right] ?? 'to';
      result = result.map((row) => {
        if (row.key !== key) return row;
        return withCell(row, field, normalised(field, text, currencyOf(row, currency)), currency);
      });
    });
  });
  return endsBlank(result);
}

/** The rows that are to be saved: what goes first, then what is there already, then what is new, by its day. */
export const toSave = (rows: readonly Row[]): Row[] =>
  rows
    .filter((row) => dirtyCells(row).length > 0)
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.cells.from < b.cells.from ? -1 : 1));

const rankOf = ({ rate, removed }: Row) => (removed ? 0 : rate ? 1 : 2);

/** The rows once some of them are saved: what went is gone, and the others are what the server says they are. */
export const withSaved = (rows: readonly Row[], saved: readonly Row[], rates: readonly Rate[]): Row[] =>
  rows
    .filter((row) => !(row.removed && saved.includes(row)))
    .map((row) => {
      const rate = saved.includes(row) ? rates.find((one) => isAt(row, one)) : undefined;
      return rate ? { ...row, rate, cells: cellsOf(rate) } : row;
    });

/** A rate is found again by its place: one that moved to another has another id. */
const isAt = ({ cells }: Row, { effectiveFrom, positionKey, positionName }: Rate) =>
  effectiveFrom === parseDay(cells.from) &&
  [positionKey, foldPosition(positionName)].includes(foldPosition(cells.position));

/** What is to be saved of some rows, and which row of the grid each of it is. */
export function toChanges(
  rows: readonly Row[],
  currency: string,
): { body: Required<RateChanges>; keys: string[] } {
  const changed = rows.filter((row) => !row.removed && dirtyCells(row).length > 0);
  const amount = (row: Row, field: 'regular' | 'overtime') => {
    const money = parseMoney(row.cells[field], currencyOf(row, currency));
    return 'amount' in money ? money.amount : Number.NaN;
  };
  return {
    keys: changed.map(({ key }) => key),
    body: {
      put: changed.map((row) => ({
        ...(row.rate && { id: row.rate.id, version: row.rate.version, note: row.rate.note }),
        position: row.cells.position,
        regular: amount(row, 'regular'),
        overtime: row.cells.overtime === '' ? null : amount(row, 'overtime'),
        effectiveFrom: row.cells.from,
        effectiveTo: row.cells.to === '' ? null : row.cells.to,
      })),
      remove: rows.flatMap(({ rate, removed }) =>
        removed && rate ? [{ id: rate.id, version: rate.version }] : [],
      ),
    },
  };
}
