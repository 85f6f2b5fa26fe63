import Papa from 'papaparse';
import { foldPosition } from '#contracts/positions.ts';
import { readDay } from './days.ts';
import {
  type Cells,
  currencyOf,
  endsBlank,
  type Field,
  fields,
  isBlank,
  newRow,
  normalised,
  positionKeyOf,
  type Row,
  type Terms,
} from './grid.ts';

/** What a file of rates may tell of each; currency and unit are compared, the rest goes into the cells. */
export const importColumns = [...fields, 'currency', 'unit'] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Which column of the file is what: its place, or null where the file has none. */
export type Mapping = Readonly<Record<ImportColumn, number | null>>;

/** What became of a row of the file; `line` counts as a spreadsheet does. */
export interface ImportedRow {
  line: number;
  cells: Cells;
  outcome: 'new' | 'changed' | 'same' | 'other_currency' | 'other_unit' | 'no_position' | 'twice';
  /** The row of the grid that it would change. */
  key?: string;
}

/** Headings by which columns are known, folded; beside the reader's own words. */
const synonyms: Record<ImportColumn, readonly string[]> = {
  position: ['position', 'role', 'title', 'job_title', 'name', 'service', 'resource'],
  regular: ['regular', 'regular_rate', 'rate', 'hourly_rate', 'price', 'amount', 'hourly', 'standard'],
  overtime: ['overtime', 'overtime_rate', 'ot', 'ot_rate'],
  from: ['effective_from', 'from', 'start', 'start_date', 'valid_from', 'begins', 'effective_date'],
  to: ['effective_to', 'to', 'end', 'end_date', 'valid_to', 'until', 'ends'],
  currency: ['currency', 'currency_code'],
  unit: ['unit', 'per'],
};

/** Hours are the only unit that rates have. */
const hours = ['', 'h', 'hr', 'hour', 'hours', 'hourly'];
export const isHours = (unit: string) => hours.includes(unit.trim().toLowerCase());

/** The cells of a file, or of what was pasted, whatever stands between them; lines without anything are left out. */
export const readTable = (text: string, delimiter = ''): string[][] =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy', delimiter }).data;

/** An apostrophe keeps spreadsheets from taking a text for a formula; a file of ours is read back without it. */
const bare = (cell: string | undefined) => (cell ?? '').trim().replace(/^'(?=[=+\-@＝＋－＠])/, '');

/**
 * What the columns of a table are, by the headings in its first line. A table without headings that are known
 * is taken to have its columns in the order of the grid, from its first line on.
 */
export function recognise(
  table: readonly string[][],
  words: Readonly<Record<ImportColumn, string>>,
): { mapping: Mapping; hasHead: boolean } {
  const head = (table[0] ?? []).map((cell) => foldPosition(bare(cell)).replace(/[^\p{L}\p{N}]+/gu, '_'));
  const placeOf = (column: ImportColumn) => {
    const names = [foldPosition(words[column]), ...synonyms[column]];
    const best = names.map((name) => head.indexOf(name)).find((at) => at >= 0);
    return best ?? null;
  };
  const named = new Map(importColumns.map((column) => [column, placeOf(column)]));
  const hasHead = [...named.values()].some((at) => at !== null);
  const inOrder = (column: ImportColumn) => {
    const at = fields.indexOf(column as Field);
    return at >= 0 && at < head.length ? at : null;
  };
  const mapping = Object.fromEntries(
    importColumns.map((column) => [column, hasHead ? (named.get(column) ?? null) : inOrder(column)]),
  ) as Record<ImportColumn, number | null>;
  return { mapping, hasHead };
}

/**
 * What each line of a table would do to the rows of the grid: a line is about the row of its position that
 * begins on its day. What a file has no column for stays as it is; a line without a day begins today.
 */
export function readRows(
  table: readonly string[][],
  { mapping, hasHead }: { mapping: Mapping; hasHead: boolean },
  rows: readonly Row[],
  { currency, today, locale, listed }: Terms,
): ImportedRow[] {
  const placeOf = (row: Row) =>
    `${positionKeyOf(row, listed)} ${readDay(row.cells.from, locale)?.day ?? row.cells.from}`;
  const there = new Map(rows.filter((row) => !isBlank(row)).map((row) => [placeOf(row), row]));
  const seen = new Set<string>();
  return table.slice(hasHead ? 1 : 0).map((cells, at): ImportedRow => {
    const text = (column: ImportColumn) => {
      const place = mapping[column];
      return place === null ? null : bare(cells[place]);
    };
    const begins = text('from') || today;
    const named = newRow();
    const place = placeOf({
      ...named,
      cells: { ...named.cells, position: text('position') ?? '', from: begins },
    });
    const row = there.get(place);
    const of = row ? currencyOf(row, currency) : currency;
    const read = (field: Field, absent: string) => normalised(field, text(field) ?? absent, of, locale);
    const next: Cells = {
      position: row?.cells.position ?? read('position', ''),
      regular: read('regular', row?.cells.regular ?? ''),
      overtime: read('overtime', row?.cells.overtime ?? ''),
      from: row?.cells.from ?? normalised('from', begins, of, locale),
      to: read('to', row?.cells.to ?? ''),
      note: row?.cells.note ?? '',
    };
    const isTwice = seen.has(place);
    seen.add(place);
    return {
      line: at + (hasHead ? 2 : 1),
      cells: next,
      outcome: isTwice ? 'twice' : outcomeOf(next, row, text, of),
      ...(row && { key: row.key }),
    };
  });
}

function outcomeOf(
  cells: Cells,
  row: Row | undefined,
  text: (column: ImportColumn) => string | null,
  currency: string,
): ImportedRow['outcome'] {
  if (cells.position === '') return 'no_position';
  const [ofFile, unit] = [text('currency'), text('unit')];
  if (ofFile && ofFile.toUpperCase() !== currency) return 'other_currency';
  if (unit && !isHours(unit)) return 'other_unit';
  if (!row) return 'new';
  return fields.every((field) => cells[field] === row.cells[field]) ? 'same' : 'changed';
}

/** The grid with what was read put into it; nothing is saved by that, and every problem shows at its cell. */
export function putInto(rows: readonly Row[], imported: readonly ImportedRow[]): Row[] {
  const changed = new Map(
    imported.flatMap(({ outcome, key, cells }) =>
      outcome === 'changed' && key ? [[key, cells] as const] : [],
    ),
  );
  const added = imported
    .filter(({ outcome }) => outcome === 'new')
    .map(({ cells }): Row => ({ ...newRow(), cells }));
  return endsBlank([
    ...rows
      .filter((row) => !isBlank(row))
      .map((row) => {
        const cells = changed.get(row.key);
        return cells ? { ...row, cells, removed: false } : row;
      }),
    ...added,
  ]);
}
