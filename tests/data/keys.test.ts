import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName } from '#data/keys.ts';

test('a name folds so that case, accents and width do not matter', () => {
  expect(foldName('  ÁCME—Röbotics ＆ Co. ')).toBe('acme robotics co');
});

test('ATK-16 a folded name never holds what separates keys', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect([...foldName(name)].every((letter) => letter > ' ' || letter === ' ')).toBe(true);
      expect(foldName(name)).not.toContain('#');
    }),
  );
});
