import { dayAfter, dayBefore } from '#contracts/days.ts';
import { type MoneyProblem, parseMoney } from '#contracts/money.ts';
import { parseDay } from './days.ts';
import {
  currencyOf,
  type Field,
  fields,
  isBlank,
  type Part,
  positionKeyOf,
  type Row,
  type Terms,
} from './grid.ts';

/** What keeps a row from being saved. */
export type Problem =
  | { kind: 'missing' | 'no_day' | 'before_start'; key: string; field: Field }
  | { kind: 'money'; problem: MoneyProblem; key: string; field: Field }
  /** Somebody else changed meanwhile what is typed in here: one of both is to be chosen. */
  | { kind: 'overtaken'; part: Part; key: string; field: Field }
  /** Two rows of a position begin on one day. */
  | { kind: 'clash'; key: string; field: 'from'; other: string }
  /** A row says to end after the next one has begun. */
  | { kind: 'overlap'; key: string; field: 'to'; other: string; from: string; to: string };

/** Every problem of the grid, row by row; each overlap once, at the row that begins first. */
export function problemsIn(rows: readonly Row[], { currency, listed }: Terms): Problem[] {
  const there = rows.filter((row) => !row.removed && !isBlank(row));
  return [...there.flatMap((row) => inRow(row, currency)), ...between(there, listed)];
}

function inRow(row: Row, currency: string): Problem[] {
  const { key, cells } = row;
  const found: Problem[] = [];
  for (const part of Object.keys(row.theirs ?? {}) as Part[]) {
    found.push({ kind: 'overtaken', part, key, field: fields.find((one) => one === part) ?? 'position' });
  }
  if (cells.position === '') found.push({ kind: 'missing', key, field: 'position' });
  for (const field of ['regular', 'overtime'] as const) {
    if (cells[field] === '') {
      if (field === 'regular') found.push({ kind: 'missing', key, field });
      continue;
    }
    const money = parseMoney(cells[field], currencyOf(row, currency));
    if ('problem' in money) found.push({ kind: 'money', problem: money.problem, key, field });
  }
  const [from, to] = [parseDay(cells.from), parseDay(cells.to)];
  if (cells.from === '') found.push({ kind: 'missing', key, field: 'from' });
  else if (!from) found.push({ kind: 'no_day', key, field: 'from' });
  if (cells.to !== '' && !to) found.push({ kind: 'no_day', key, field: 'to' });
  if (from && to && to < from) found.push({ kind: 'before_start', key, field: 'to' });
  return found;
}

/** The rows of each position in the order in which they begin. */
function lines(rows: readonly Row[], listed: Terms['listed']): Row[][] {
  const byPosition = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.removed || isBlank(row) || !parseDay(row.cells.from)) continue;
    const position = positionKeyOf(row, listed);
    byPosition.set(position, [...(byPosition.get(position) ?? []), row]);
  }
  const begins = ({ cells }: Row) => parseDay(cells.from) ?? '';
  return [...byPosition.values()].map((line) => line.sort((a, b) => (begins(a) < begins(b) ? -1 : 1)));
}

function between(rows: readonly Row[], listed: Terms['listed']): Problem[] {
  return lines(rows, listed).flatMap((line) =>
    line.flatMap((row, n): Problem[] => {
      const next = line[n + 1];
      if (!next) return [];
      const [from, to] = [parseDay(next.cells.from) ?? '', parseDay(row.cells.to)];
      if (from === parseDay(row.cells.from)) {
        return [{ kind: 'clash', key: next.key, field: 'from', other: row.key }];
      }
      if (!to || to < from) return [];
      const last = parseDay(next.cells.to);
      return [
        {
          kind: 'overlap',
          key: row.key,
          field: 'to',
          other: next.key,
          from,
          to: last && last < to ? last : to,
        },
      ];
    }),
  );
}

/** What would end an overlap: the first row earlier, or the second one later. */
export const fixesOf = (overlap: Extract<Problem, { kind: 'overlap' }>, rows: readonly Row[]) => ({
  endFirst: dayBefore(overlap.from),
  startSecond: dayAfter(parseDay(rows.find(({ key }) => key === overlap.key)?.cells.to ?? '') ?? overlap.to),
});

/** The day before the next rate of the position begins: a row without an end ends there. */
export function impliedEnds(rows: readonly Row[], listed: Terms['listed']): ReadonlyMap<string, string> {
  return new Map(
    lines(rows, listed).flatMap((line) =>
      line.flatMap((row, n) => {
        const next = parseDay(line[n + 1]?.cells.from ?? '');
        return next ? [[row.key, dayBefore(next)] as const] : [];
      }),
    ),
  );
}
