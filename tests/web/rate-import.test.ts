import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RateId } from '#contracts/ids.ts';
import { MOST_RATE } from '#contracts/money.ts';
import { foldPosition } from '#contracts/positions.ts';
import type { Rate } from '#contracts/schemas/rate.ts';
import { toCsv } from '../../web/staff/rates/csv.ts';
import { toRows } from '../../web/staff/rates/grid.ts';
import { importColumns, putInto, readRows, readTable, recognise } from '../../web/staff/rates/import.ts';

const words = {
  position: 'Position',
  regular: 'Regular',
  overtime: 'Overtime',
  from: 'Effective from',
  to: 'Effective to',
  currency: 'Currency',
  unit: 'Unit',
};
const head = [
  words.position,
  words.unit,
  words.currency,
  words.regular,
  words.overtime,
  words.from,
  words.to,
];
const rate = (over: Partial<Rate>): Rate => ({
  id: 'rte_1' as RateId,
  version: 1,
  positionKey: 'engineer',
  positionName: 'Engineer',
  regular: 14_000,
  overtime: null,
  currency: 'USD',
  unit: 'hour',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  note: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: { type: 'staff', id: 'usr_1', label: 'Ana' },
  ...over,
});
const read = (text: string, rates: Rate[] = [], currency = 'USD') => {
  const table = readTable(text);
  return readRows(table, recognise(table, words), toRows(rates), {
    currency,
    today: '2026-01-01',
    locale: 'en',
    listed: [],
  });
};

test('R6 what was exported reads back as it is, whatever it says', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((text) => text.normalize('NFC').trim())
    .filter((text) => text !== '' && !/^'[=+\-@＝＋－＠]/.test(text) && !/[\r\n\0]/.test(text));
  const amount = fc.integer({ min: 0, max: MOST_RATE });
  const one = fc.record({
    positionName: name,
    regular: amount,
    overtime: fc.option(amount),
    currency: fc.constantFrom('USD', 'JPY', 'KWD'),
    effectiveFrom: fc.constantFrom('2025-01-01', '2026-02-28'),
    effectiveTo: fc.constantFrom(null, '2027-12-31'),
  });
  const rates = fc.uniqueArray(one, {
    selector: ({ positionName, effectiveFrom }) => `${foldPosition(positionName)} ${effectiveFrom}`,
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(rates, (some) => {
      const kept = some.map((over, at) =>
        rate({ ...over, positionKey: foldPosition(over.positionName), id: `rte_${at}` as RateId }),
      );
      const outcomes = read(`\uFEFF${toCsv(head, kept)}`, kept).map(({ outcome }) => outcome);
      expect(outcomes).toEqual(kept.map(() => 'same'));
    }),
  );
});

test.each([
  ['commas', 'Position,Regular,Effective from\r\n"Engineer, senior",95.50,2026-03-01\r\n'],
  ['semicolons and decimal commas', 'Role;Hourly rate;Start date\nEngineer, senior;95,50;1.3.2026\n'],
  ['tabs, as from a spreadsheet', 'position\trate\tfrom\nEngineer, senior\t95.5\t2026-03-01'],
  ['no headings', 'Engineer, senior\t95.50\t\t2026-03-01'],
])('a table with %s is understood', (_, text) => {
  expect(read(text)).toMatchObject([
    {
      outcome: 'new',
      cells: { position: 'Engineer, senior', regular: '95.50', overtime: '', from: '2026-03-01', to: '' },
    },
  ]);
});

test('thousands may be grouped either way', () => {
  const rows = read('Position;Regular\nA;1.234,50\nB;1,234.50\nC;1234.5');
  expect(rows.map(({ cells }) => cells.regular)).toEqual(['1234.50', '1234.50', '1234.50']);
});

test('a row is about the rate of its position and day; columns that are absent leave their cells alone', () => {
  const kept = [rate({ overtime: 21_000, effectiveTo: '2026-12-31' })];
  const [first, second] = read(
    'position,from,regular\nENGINEER,2026-01-01,150\nEngineer,2026-07-01,160',
    kept,
  );
  expect(first).toMatchObject({
    outcome: 'changed',
    key: 'rte_1',
    cells: { position: 'Engineer', regular: '150.00', overtime: '210.00', to: '2026-12-31' },
  });
  expect(second).toMatchObject({ outcome: 'new', cells: { regular: '160.00', overtime: '' } });
});

test('what cannot be meant is left out and says why', () => {
  const text = [
    'Position,Regular,From,Currency,Unit',
    'A,10,2026-01-01,EUR,hour',
    'B,10,2026-01-01,USD,day',
    ',10,2026-01-01,USD,hour',
    'C,10,2026-01-01,usd,h',
    'c ,11,2026-01-01,USD,h',
  ].join('\n');
  expect(read(text).map(({ line, outcome }) => [line, outcome])).toEqual([
    [2, 'other_currency'],
    [3, 'other_unit'],
    [4, 'no_position'],
    [5, 'new'],
    [6, 'twice'],
  ]);
});

test('what is no amount goes into the grid as it was written, where its cell says so', () => {
  const rows = putInto(toRows([]), read('Position,Regular,From\nA,ten,2026-01-01\nB,-3,2026-01-01'));
  expect(rows.map(({ cells }) => cells.regular)).toEqual(['ten', '-3', '']);
});

test('every column of the reader’s own words is known', () => {
  const { mapping } = recognise([head], words);
  expect(importColumns.map((column) => head[mapping[column] ?? -1])).toEqual(
    importColumns.map((column) => words[column]),
  );
});
