import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customFieldTypes } from '#contracts/custom-field-types.ts';
import type { CustomField, CustomValue } from '#contracts/schemas/custom-field.ts';
import { PortalField } from '#contracts/schemas/portal.ts';
import { readFields, shownFields, shownValues } from '#domain/portal-fields.ts';

/** A word that stands nowhere by chance. */
const secret = (at: number, of: string) => `secret-${at}-${of}`;

/** A value of each type, with a secret in it wherever one fits. */
const sampleOf = (type: CustomField['type'], at: number): CustomValue => {
  switch (type) {
    case 'number':
      return 700_000 + at;
    case 'money':
      return { amount: 800_000 + at, currency: 'EUR' };
    case 'bool':
      return at % 2 === 0;
    case 'multi':
      return [secret(at, 'key')];
    case 'select':
      return secret(at, 'key');
    case 'person':
      return { id: secret(at, 'id'), name: secret(at, 'value') } as CustomValue;
    default:
      return secret(at, 'value');
  }
};

const fieldsOf = (rows: { type: CustomField['type']; portalVisible: boolean; archived: boolean }[]) =>
  rows.map(
    (row, at): CustomField => ({
      ...row,
      key: `f${at}`,
      label: secret(at, 'label'),
      required: false,
      unique: false,
      options: [{ key: secret(at, 'key'), label: secret(at, 'choice'), archived: false }],
    }),
  );
const row = fc.record({
  type: fc.constantFrom(...customFieldTypes),
  portalVisible: fc.boolean(),
  archived: fc.boolean(),
});

describe('C9 what portals are given of the fields of a workspace', () => {
  test('is nothing of a field that is not shown, of whatever type, and of a person the name alone', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const fields = fieldsOf(rows);
        const values = Object.fromEntries(fields.map(({ key, type }, at) => [key, sampleOf(type, at)]));
        const [shown, copied] = [shownFields(fields), shownValues(fields, values)];
        const text = JSON.stringify([shown, copied]);
        for (const [at, { key, type, portalVisible, archived }] of fields.entries()) {
          const isShown = portalVisible && !archived;
          expect([key, text.includes(secret(at, 'label'))]).toEqual([key, isShown]);
          expect([key, Object.hasOwn(copied ?? {}, key)]).toEqual([key, isShown]);
          if (!isShown) expect(text).not.toContain(`secret-${at}-`);
          if (type === 'person') expect(text).not.toContain(secret(at, 'id'));
        }
        const read = readFields(shown, copied);
        expect(read.map(({ key }) => key)).toEqual(shown.map(({ key }) => key));
        for (const one of read) expect(PortalField.safeParse(one).success).toBe(true);
        // Hidden a moment ago: the copy is still there, and nobody reads it.
        const hidden = fields.map((field) => ({ ...field, portalVisible: false }));
        expect(readFields(shownFields(hidden), copied)).toEqual([]);
      }),
    );
  });

  test('is read in words: choices by their labels', () => {
    const fields = fieldsOf([
      { type: 'select', portalVisible: true, archived: false },
      { type: 'multi', portalVisible: true, archived: false },
      { type: 'bool', portalVisible: true, archived: false },
    ]);
    const values = { f0: secret(0, 'key'), f1: [secret(1, 'key')], f2: false };
    expect(readFields(shownFields(fields), shownValues(fields, values)).map(({ value }) => value)).toEqual([
      secret(0, 'choice'),
      [secret(1, 'choice')],
      false,
    ]);
  });
});
