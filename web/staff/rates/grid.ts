import { parseMoney, timesHundredths, toDecimal } from '#contracts/money.ts';
import { positionOf } from '#contracts/positions.ts';
import type { Rate } from '#contracts/schemas/rate.ts';
import { readDay } from './days.ts';

/** The columns that can be typed in, from left to right. */
export const fields = ['position', 'regular', 'overtime', 'from', 'to'] as const;
export type Field = (typeof fields)[number];
/** What can be changed of a rate: its columns, and the note that stands beside them. */
export const parts = [...fields, 'note'] as const;
export type Part = (typeof parts)[number];
export type Cells = Readonly<Record<Part, string>>;

/** What the cells of a grid are read by. */
export interface Terms {
  /** Of what is new. */
  currency: string;
  /** The workspace's day. */
  today: string;
  /** The reader's, for days that are written in his way. */
  locale: string;
  /** The workspace's list of positions. */
  listed: readonly { key: string; label: string; archived?: boolean }[];
}

/** A row of the grid: a rate as it was read, if it was, and what its cells say now. */
export interface Row {
  key: string;
  rate: Rate | null;
  cells: Cells;
  removed: boolean;
  /** The first day that it got by itself. */
  began?: string | undefined;
  /** Days that might have been meant otherwise, by their cell: as they were written. */
  guessed?: Partial<Record<Field, string>> | undefined;
  /** What somebody else wrote meanwhile where something is typed in here: one of both is to be chosen. */
  theirs?: Partial<Cells> | undefined;
  /** Somebody else removed the rate that this was. */
  lost?: true | undefined;
}

/** Overtime is suggested at one and a half. */
const SUGGESTED = 150;

const blank: Cells = { position: '', regular: '', overtime: '', from: '', to: '', note: '' };
export const newRow = (): Row => ({ key: crypto.randomUUID(), rate: null, cells: blank, removed: false });

export const cellsOf = (rate: Rate): Cells => ({
  position: rate.positionName,
  regular: toDecimal(rate.regular, rate.currency),
  overtime: rate.overtime === null ? '' : toDecimal(rate.overtime, rate.currency),
  from: rate.effectiveFrom,
  to: rate.effectiveTo ?? '',
  note: rate.note ?? '',
});

export const toRow = (rate: Rate): Row => ({ key: rate.id, rate, cells: cellsOf(rate), removed: false });

/** The grid of what was read, with a row to add to at its end. */
export const toRows = (rates: readonly Rate[]): Row[] => [...rates.map(toRow), newRow()];

/** A rate keeps the currency it was agreed in; what is new is in that of today. */
export const currencyOf = ({ rate }: Row, currency: string): string => rate?.currency ?? currency;

/** What a cell said when it was read. */
export const originalOf = ({ rate }: Row): Cells => (rate ? cellsOf(rate) : blank);

/**
 * By what a row's position is kept: a cell that nobody touched is about the position that it is of, whatever
 * goes by its name since.
 */
export const positionKeyOf = ({ rate, cells }: Row, listed: Terms['listed']): string =>
  rate && cells.position === rate.positionName
    ? rate.positionKey
    : positionOf(cells.position, listed).positionKey;

/** A row that was never filled in; the day it got by itself does not count. */
export const isBlank = ({ rate, cells, began }: Row) =>
  rate === null && parts.every((part) => cells[part] === '' || (part === 'from' && cells.from === began));

export const isDirty = (row: Row, part: Part) => !isBlank(row) && row.cells[part] !== originalOf(row)[part];
export const dirtyCells = (row: Row): Part[] =>
  isBlank(row) ? [] : row.removed ? [...fields] : parts.filter((part) => isDirty(row, part));

/** What a cell says once it is left: amounts with their decimals, days as 2026-01-31. */
export function normalised(field: Field, text: string, currency: string, locale: string): string {
  const bare = text.trim();
  if (field === 'position' || bare === '') return bare;
  if (field === 'from' || field === 'to') return readDay(bare, locale)?.day ?? bare;
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

/** A row with a cell as it is typed; whatever was said of the cell before is settled by that. */
function withCell(row: Row, part: Part, text: string, { currency, today }: Terms): Row {
  const begins = row.rate === null && row.cells.from === '' && !['from', 'to'].includes(part) && text !== '';
  const cells = {
    ...row.cells,
    ...(begins && { from: today }),
    [part]: text,
    ...(part === 'regular' && { overtime: suggested(row, text, currencyOf(row, currency)) }),
  };
  const { [part]: _, ...theirs } = row.theirs ?? {};
  const { [part as Field]: __, ...guessed } = row.guessed ?? {};
  return { ...row, cells, theirs, guessed, ...(begins && { began: today }) };
}

/** A row with a cell as it is once it is left, or put there whole; a day that may be another says so. */
export function withSettled(row: Row, field: Field, text: string, terms: Terms): Row {
  const settled = normalised(field, text, currencyOf(row, terms.currency), terms.locale);
  const next = settled === row.cells[field] ? row : withCell(row, field, settled, terms);
  const isGuess = (field === 'from' || field === 'to') && readDay(text, terms.locale)?.guessed;
  return isGuess ? { ...next, guessed: { ...next.guessed, [field]: text.trim() } } : next;
}

/** There is always an empty row at the end. */
export const endsBlank = (rows: Row[]): Row[] => {
  const last = rows.at(-1);
  return last && isBlank(last) && last.cells.from === '' ? rows : [...rows, newRow()];
};

/** The rows with one of them changed. */
export const withRow = (rows: readonly Row[], key: string, change: (row: Row) => Row): Row[] =>
  endsBlank(rows.map((row) => (row.key === key ? change(row) : row)));

/** The rows with one cell changed. */
export const setCell = (rows: readonly Row[], key: string, part: Part, text: string, terms: Terms) =>
  withRow(rows, key, (row) => withCell(row, part, text, terms));

/** The rows with another one behind a row that says the same, but not from when to when. */
export const duplicate = (rows: readonly Row[], key: string): Row[] =>
  endsBlank(
    rows.flatMap((row) =>
      row.key === key ? [row, { ...newRow(), cells: { ...row.cells, from: '', to: '', note: '' } }] : [row],
    ),
  );
