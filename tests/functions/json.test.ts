import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '#functions/runtime/json.ts';

test('reads whatever JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ['{"a":1,"a":2}'],
  ['{"a":1,"\\u0061":2}'],
  ['[{"x":{"b":1,"c":2,"b":3}}]'],
  ['{"a":'],
  [''],
  ['{"a":1e309x}'],
])('ATK-17 refuses %s', (text) => {
  expect(() => parseJson(text)).toThrow(expect.objectContaining({ code: 'malformed_json' }));
});

test('the same name in another object, or as a value, is no duplicate', () => {
  const text = '{"a":{"a":"a"},"b":[{"a":1},{"a":2}],"c":"a"}';
  expect(parseJson(text)).toEqual(JSON.parse(text));
});
