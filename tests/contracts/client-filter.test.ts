import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterFieldNames, operatorsFor, readCondition, writeCondition } from '#contracts/client-filter.ts';

/** Among them what the notation itself is made of. */
const value = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && text.length <= 120 && text.isWellFormed());

test('a condition is read as it was written, whatever its values hold', () => {
  const text = fc.array(fc.oneof(value, fc.constantFrom('a,b', 'not:x', '100%', 'has:', '%2C')), {
    minLength: 1,
    maxLength: 10,
  });
  fc.assert(
    fc.property(fc.constantFrom('is', 'not'), text, (operator, values) => {
      const condition = { operator, values } as const;
      expect(readCondition('tag', writeCondition({ operator, values }))).toEqual(condition);
    }),
  );
});

test.each([
  ['tag', ''],
  ['tag', 'not:'],
  ['tag', 'has:a,b'],
  ['tag', 'empty:x'],
  ['tag', 'before:2026-01-01'],
  ['tag', 'like:x'],
  ['tag', '%E0%A4%A'],
  ['tag', Array.from({ length: 11 }, (_, n) => `t${n}`).join(',')],
  ['created', '2026-01-01'],
  ['created', 'after:2026-02-31'],
  ['created', 'before:2026-01-01,2026-02-01'],
  ['status', 'has:act'],
] as const)('%s=%s is no condition', (field, text) => {
  expect(readCondition(field, text)).toBeNull();
});

test('every field takes at least two questions', () => {
  for (const field of filterFieldNames) expect(operatorsFor(field).length).toBeGreaterThan(1);
});
