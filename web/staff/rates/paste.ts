import {
  currencyOf,
  endsBlank,
  type Field,
  fields,
  isBlank,
  newRow,
  type Row,
  type Terms,
  withSettled,
} from './grid.ts';
import { type ImportColumn, isHours, type Mapping, readTable, recognise } from './import.ts';

/** Rows of cells in the order of the grid, from a column on; what is undefined leaves its cell alone. */
export interface Block {
  left: Field;
  lines: (string | undefined)[][];
}

/** The columns of a file that is exported here, in their order. */
const exported: readonly ImportColumn[] = [
  'position',
  'unit',
  'currency',
  'regular',
  'overtime',
  'from',
  'to',
];

/**
 * What a spreadsheet puts on the clipboard, with its quoted cells; lines of a file that is exported here, and
 * whatever has headings, go into the columns that they are of.
 */
export function readBlock(text: string, left: Field, words: Readonly<Record<ImportColumn, string>>): Block {
  const cells = readTable(text, '\t');
  const guessed = text.includes('\t') ? cells : readTable(text);
  const head = recognise(guessed, words);
  const isHead = head.hasHead && Object.values(head.mapping).filter((at) => at !== null).length > 1;
  if (isHead) return inOrder(guessed.slice(1), head.mapping);
  if (guessed.every((line) => line.length === exported.length && isHours(line[1] ?? ''))) {
    const mapping = Object.fromEntries(exported.map((column, at) => [column, at])) as unknown as Mapping;
    return inOrder(guessed, mapping);
  }
  return { left, lines: cells };
}

/** Amounts of another currency, or by another unit, keep saying so: their cells take them for none. */
function inOrder(lines: readonly string[][], mapping: Mapping): Block {
  return {
    left: 'position',
    lines: lines.map((line) => {
      const at = (column: ImportColumn) =>
        mapping[column] === null ? undefined : (line[mapping[column]] ?? '').trim();
      const [unit, currency] = [at('unit') ?? '', at('currency') ?? ''];
      return fields.map((field) => {
        const text = at(field);
        if (!text || (field !== 'regular' && field !== 'overtime')) return text;
        return `${text}${isHours(unit) ? '' : `/${unit}`}${currency === '' ? '' : ` ${currency.toUpperCase()}`}`;
      });
    }),
  };
}

/** The rows with a block of cells put down at a row: over the rows that are in sight, and new ones below. */
export function paste(
  rows: readonly Row[],
  visible: readonly string[],
  at: string,
  { left, lines }: Block,
  terms: Terms,
): Row[] {
  const first = visible.indexOf(at);
  const from = fields.indexOf(left);
  const result = [...rows];
  lines.forEach((line, down) => {
    const key = visible[first + down];
    let place = result.findIndex((row) => row.key === key);
    if (place < 0) {
      const last = result.at(-1);
      const isFree = last && isBlank(last) && !visible.includes(last.key);
      if (!isFree) result.push(newRow());
      place = result.length - 1;
    }
    line.slice(0, fields.length - from).forEach((text, right) => {
      const field = fields[from + right];
      const row = result[place];
      if (!row || !field || text === undefined || row.removed) return;
      const currency = currencyOf(row, terms.currency);
      result[place] = withSettled(row, field, text, { ...terms, currency });
    });
  });
  return endsBlank(result);
}
