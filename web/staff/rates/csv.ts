import { toDecimal } from '#contracts/money.ts';
import type { Rate } from '#contracts/schemas/rate.ts';

/** A cell that spreadsheets read as text: quoted, and never the beginning of a formula. */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The rates as a file of comma-separated values, a header of the reader's words first. */
export const toCsv = (head: readonly string[], rates: readonly Rate[]): string =>
  [
    head,
    ...rates.map((rate) => [
      rate.positionName,
      rate.unit,
      rate.currency,
      toDecimal(rate.regular, rate.currency),
      rate.overtime === null ? '' : toDecimal(rate.overtime, rate.currency),
      rate.effectiveFrom,
      rate.effectiveTo ?? '',
    ]),
  ]
    .map((line) => `${line.map(cell).join(',')}\r\n`)
    .join('');

/** Hands a file to the browser. */
export function download(name: string, text: string): void {
  // The mark at the beginning tells Excel that the file is UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
