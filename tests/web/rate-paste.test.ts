import { expect, test } from 'vitest';
import type { RateId } from '#contracts/ids.ts';
import type { Rate } from '#contracts/schemas/rate.ts';
import { csvOf } from '../../web/staff/csv.ts';
import { toCsv } from '../../web/staff/rates/csv.ts';
import { parseDay, readDay } from '../../web/staff/rates/days.ts';
import { type Field, setCell, type Terms, toRows } from '../../web/staff/rates/grid.ts';
import { overTheirs } from '../../web/staff/rates/overtaken.ts';
import { paste, readBlock } from '../../web/staff/rates/paste.ts';
import { problemsIn } from '../../web/staff/rates/problems.ts';
import { toChanges, toSave, withSaved } from '../../web/staff/rates/saving.ts';

const words = {
  position: 'Position',
  regular: 'Regular',
  overtime: 'Overtime',
  from: 'Effective from',
  to: 'Effective to',
  currency: 'Currency',
  unit: 'Unit',
};
const terms: Terms = { currency: 'USD', today: '2026-05-01', locale: 'en', listed: [] };
const rate = (over: Partial<Rate> = {}): Rate => ({
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
/** The cells after a text was put down at the first row, but the empty one at the end. */
const pasted = (text: string, left: Field = 'position', over: Partial<Terms> = {}) => {
  const rows = toRows([]);
  const [first] = rows;
  const block = readBlock(text, left, words);
  return paste(
    rows,
    rows.map(({ key }) => key),
    first?.key ?? '',
    block,
    { ...terms, ...over },
  ).slice(0, -1);
};

test.each([
  ['2026-02-01', 'en', '2026-02-01'],
  ['2026/02/01', 'en', '2026-02-01'],
  ['1.2.2026', 'en', '2026-02-01'],
  ['1/31/2026', 'de', '2026-01-31'],
  ['31/01/2026', 'en', '2026-01-31'],
  ['5/5/2026', 'en', '2026-05-05'],
  ['1 Feb 2026', 'de', '2026-02-01'],
  ['1-Feb-2026', 'en', '2026-02-01'],
  ['Jan 1, 2025', 'en', '2025-01-01'],
  ['1. Februar 2026', 'de', '2026-02-01'],
  ['1. Mai 2026', 'de', '2026-05-01'],
])('R2 the day %s can be meant in one way, also in %s', (text, locale, day) => {
  expect(readDay(text, locale)).toEqual({ day, guessed: false });
});

test('R2 a day that may be another is read as the reader writes days, and says that it is a guess', () => {
  expect(readDay('1/2/2026', 'en-US')).toEqual({ day: '2026-01-02', guessed: true });
  expect(readDay('1/2/2026', 'en-GB')).toEqual({ day: '2026-02-01', guessed: true });
  expect(parseDay('1/2/2026')).toBeNull();
  for (const text of ['31/02/2026', '13/13/2026', '1 Foo 2026', '1/2/26', 'soon']) {
    expect([text, readDay(text, 'en')]).toEqual([text, null]);
  }
  const [row] = pasted('Engineer\t100\t\t1/2/2026');
  expect(row).toMatchObject({ cells: { from: '2026-01-02' }, guessed: { from: '1/2/2026' } });
  const [typed] = setCell(row ? [row] : [], row?.key ?? '', 'from', '2026-02-01', terms);
  expect(typed?.guessed).toEqual({});
});

test('R1 a cell of a spreadsheet may have line ends and quotes of its own', () => {
  expect(pasted('"Engineer,\nsenior ""lead"""\t120\nTester\t80').map(({ cells }) => cells)).toMatchObject([
    { position: 'Engineer,\nsenior "lead"', regular: '120.00' },
    { position: 'Tester', regular: '80.00' },
  ]);
});

test('R1 amounts with thousands stay one cell each, though they have commas', () => {
  expect(pasted('1,450.00\n2,000', 'regular').map(({ cells }) => cells.regular)).toEqual([
    '1450.00',
    '2000.00',
  ]);
});

test('R1 headings say which column is which, wherever it is pasted', () => {
  const rows = pasted('Overtime\tPosition\tRegular\n$180.00\tEngineer\t$120.00', 'regular');
  expect(rows).toMatchObject([{ cells: { position: 'Engineer', regular: '120.00', overtime: '180.00' } }]);
});

test('R6 a row of a file of ours fits, with headings or without; another currency is seen at its cell', () => {
  const kept = [rate({ overtime: 21_000 }), rate({ positionName: 'Writer', currency: 'EUR' })];
  const file = toCsv(Object.values(words), kept);
  const bare = file.split('\r\n').slice(1).join('\r\n');
  const asCells = bare.replaceAll('","', '\t').replaceAll('"', '');
  for (const text of [bare, asCells]) {
    const rows = pasted(text);
    expect(rows.map(({ cells }) => cells)).toMatchObject([
      { position: 'Engineer', regular: '140.00', overtime: '210.00', from: '2026-01-01', to: '' },
      { position: 'Writer', regular: '140.00 EUR', from: '2026-01-01' },
    ]);
    expect(problemsIn(rows, terms)).toMatchObject([{ kind: 'money', field: 'regular' }]);
  }
});

test('ATK-40 no cell begins a formula, also not in full width', () => {
  expect(csvOf([['=1', '＝1', '＋1', '－1', '＠1']])).toBe(`"'=1","'＝1","'＋1","'－1","'＠1"\r\n`);
});

test('R1 a row with nothing but days is a row, and lacks the rest', () => {
  const rows = pasted('2026-03-01\t2026-12-31', 'from');
  expect(toSave(rows)).toHaveLength(1);
  expect(problemsIn(rows, terms).map(({ kind }) => kind)).toEqual(['missing', 'missing']);
});

test('R1 the day that a row gets by itself is none that somebody typed', () => {
  const [row] = toRows([]);
  const key = row?.key ?? '';
  const filled = setCell(
    toRows([])
      .slice(0, 0)
      .concat(row ? [row] : []),
    key,
    'position',
    'E',
    terms,
  );
  expect(filled[0]?.cells.from).toBe(terms.today);
  const emptied = setCell(filled, key, 'position', '', terms);
  expect(toSave(emptied)).toEqual([]);
});

test('R1 an untouched position is saved by its key, and clashes are of keys', () => {
  const listed = [{ key: 'aud_pos', label: 'Aud Two' }];
  const kept = rate({ positionKey: 'aud_pos', positionName: 'Aud One' });
  const rows = setCell(toRows([kept]), kept.id, 'regular', '120', { ...terms, listed });
  const { body } = toChanges(toSave(rows), terms);
  expect(body.put).toMatchObject([{ id: kept.id, position: 'aud_pos', regular: 12_000 }]);
  // What was saved comes back under the name of today.
  const now = { ...kept, version: 2, regular: 12_000, positionName: 'Aud Two' };
  expect(withSaved(rows, toSave(rows), [now], listed)[0]).toMatchObject({ rate: now });
  const last = rows.at(-1)?.key ?? '';
  const twice = ['position', 'regular', 'from'].reduce(
    (all, field, at) =>
      setCell(all, last, field as Field, ['aud two', '1', '2026-01-01'][at] ?? '', { ...terms, listed }),
    rows,
  );
  expect(problemsIn(twice, { ...terms, listed })).toMatchObject([{ kind: 'clash' }]);
});

test('C12 what others wrote is taken over around what is typed here, and stands beside it where both did', () => {
  const [one, two, three] = [
    rate(),
    rate({ id: 'rte_2' as RateId, positionKey: 'tester', positionName: 'Tester' }),
    rate({ id: 'rte_3' as RateId, positionKey: 'writer', positionName: 'Writer' }),
  ];
  const typed = [one, three].reduce(
    (rows, { id }) => setCell(rows, id, 'regular', '150.00', terms),
    toRows([one, two, three]),
  );
  const other = rate({ id: 'rte_4' as RateId, positionKey: 'cook', positionName: 'Cook' });
  const now = [{ ...one, version: 2, regular: 13_000, effectiveTo: '2026-12-31' }, other];
  const rows = overTheirs(typed, now, []);
  expect(rows).toMatchObject([
    { rate: { version: 2 }, cells: { regular: '150.00', to: '2026-12-31' }, theirs: { regular: '130.00' } },
    { rate: null, cells: { position: 'Writer', regular: '150.00' }, lost: true },
    { rate: other, cells: { position: 'Cook' } },
    { rate: null },
  ]);
  expect(problemsIn(rows, terms)).toMatchObject([{ kind: 'overtaken', part: 'regular' }]);
});

test('C12 a new row that begins where a colleague’s begins is about that rate', () => {
  const fresh = pasted('Engineer\t150\t\t2026-01-01');
  const [row] = overTheirs(fresh, [rate()], []);
  expect(row).toMatchObject({ rate: { id: 'rte_1' }, theirs: { regular: '140.00' } });
});
