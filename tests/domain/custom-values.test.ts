import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { own } from '#contracts/own.ts';
import { type CustomField, CustomFieldsChange } from '#contracts/schemas/custom-field.ts';
import { comparableOf, parseValue, textOf } from '#domain/custom-value-rules.ts';
import { takes } from '#domain/merge-choices.ts';
import { shownValues } from '#domain/portal-fields.ts';
import { faultsIn, formOf, patchOf } from '../../web/staff/custom-fields/values.ts';

const options = [
  { key: 'gold', label: 'Gold', archived: false },
  { key: 'tin', label: 'Tin', archived: true },
];
const field = (over: Partial<CustomField>): CustomField => ({
  key: 'f',
  label: 'F',
  type: 'text',
  required: false,
  unique: false,
  options: [],
  archived: false,
  portalVisible: false,
  ...over,
});
const ana = '0b9c1a2e-5d5c-4f0e-9b57-2f6c1f6f0a11';
const people = new Map([[ana, 'Ana Ruiz']]);
const parse = (type: CustomField['type'], given: unknown, before?: string | string[]) =>
  parseValue(field({ type, options: type === 'select' || type === 'multi' ? options : [] }), given, {
    people,
    before,
  });

describe('C9 what a field of the workspace takes', () => {
  test.each([
    ['text', ' two\r\nlines ', 'two\nlines'],
    ['number', -1.5, -1.5],
    ['money', { amount: 1200, currency: 'JPY' }, { amount: 1200, currency: 'JPY' }],
    ['date', '2028-02-29', '2028-02-29'],
    ['select', 'gold', 'gold'],
    ['multi', ['gold'], ['gold']],
    ['bool', false, false],
    ['url', 'acme.test', 'https://acme.test'],
    ['person', ana, { id: ana, name: 'Ana Ruiz' }],
  ] as const)('%s takes %j', (type, given, value) => {
    expect(parse(type, given)).toEqual({ value });
  });

  test.each([
    ['text', ''],
    ['text', '   '],
    ['text', 7],
    ['number', '7'],
    ['number', 1e13],
    ['number', Number.NaN],
    ['money', { amount: 12.5, currency: 'EUR' }],
    ['money', { amount: -1, currency: 'EUR' }],
    ['money', { amount: 1, currency: 'XXQ' }],
    ['money', 12],
    ['date', '2026-02-31'],
    ['date', '2026-02-28T00:00:00Z'],
    ['select', 'silver'],
    ['select', 'tin'],
    ['multi', []],
    ['multi', ['gold', 'gold']],
    ['multi', 'gold'],
    ['bool', 'yes'],
    ['url', 'javascript:alert(1)'],
    ['person', '7e0c0000-0000-4000-8000-000000000000'],
    ['person', 'Ana'],
  ] as const)('%s refuses %j', (type, given) => {
    expect(parse(type, given)).toHaveProperty('errors.0.message');
  });

  test('a choice that was archived since may stay where it is', () => {
    expect(parse('select', 'tin', 'tin')).toEqual({ value: 'tin' });
    expect(parse('multi', ['gold', 'tin'], ['tin'])).toEqual({ value: ['gold', 'tin'] });
  });

  test('a value is told as people read it', () => {
    expect(textOf(field({ type: 'money' }), { amount: 1205, currency: 'KWD' })).toBe('KWD 1.205');
    expect(textOf(field({ type: 'multi', options }), ['gold', 'tin'])).toBe('Gold, Tin');
    expect(textOf(field({ type: 'bool' }), false)).toBe('No');
    expect(textOf(field({}), 'x'.repeat(300))).toHaveLength(200);
  });

  test('two are the same whatever their case and spaces', () => {
    expect(comparableOf(' Straße  7')).toBe(comparableOf('STRASSE 7'));
    expect(comparableOf('7')).toBe(comparableOf(7));
    expect(comparableOf('a b')).not.toBe(comparableOf('ab'));
  });
});

test('C9 every fault of the fields is named at its place', () => {
  const fields = [
    field({ key: 'a', label: 'A', type: 'bool', unique: true }),
    field({ key: 'a', label: 'a', type: 'select' }),
    field({ key: 'c', label: 'C', options }),
  ];
  const answer = CustomFieldsChange.safeParse({ fields });
  expect(answer.error?.issues.map(({ path }) => path.join('/')).sort()).toEqual([
    'fields/0/unique',
    'fields/1/key',
    'fields/1/label',
    'fields/1/options',
    'fields/2/options',
  ]);
});

describe('C9 a key that every object has', () => {
  const inherited = Object.getOwnPropertyNames(Object.prototype);

  test('says nothing of a record that says nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inherited), fc.dictionary(fc.string(), fc.integer()), (key, record) => {
        expect(own(record, key)).toBe(Object.entries(record).find(([name]) => name === key)?.[1]);
        expect(own(Object.fromEntries([[key, 7]]), key)).toBe(7);
        expect(own(null, key)).toBeUndefined();
      }),
    );
  });

  test('is chosen, combined and entered as any other', () => {
    for (const key of inherited) {
      expect(takes({}, key, true)).toBe('survivor');
      const fields = [field({ key })];
      expect(shownValues([field({ key, portalVisible: true })], {})).toBeNull();
      const blank = formOf(fields, { version: 0, values: {}, missing: [] }, 'EUR');
      expect(own(blank, key)).toEqual({ text: '', currency: 'EUR', chosen: [] });
      expect(patchOf(fields, blank, blank)).toEqual({});
    }
  });
});

test('C9 a number that is shown with an exponent stays a number', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (number) => {
      const fields = [field({ key: 'n', type: 'number' })];
      const form = formOf(fields, { version: 1, values: { n: number }, missing: [] }, 'EUR');
      expect(faultsIn(fields, form)).toEqual([]);
      const now = { n: { text: `${number}`, currency: '', chosen: [] } };
      const before = { n: { text: '', currency: '', chosen: [] } };
      expect(patchOf(fields, before, now)).toEqual({ n: Number(String(number)) });
    }),
  );
  const fault = { n: { text: '1e', currency: '', chosen: [] } };
  expect(faultsIn([field({ key: 'n', type: 'number' })], fault)).toEqual(['n']);
});
