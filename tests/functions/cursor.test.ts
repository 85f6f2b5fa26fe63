import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCursor, sealCursor } from '#functions/runtime/cursor.ts';

const secret = 'a secret';
const now = Date.parse('2026-11-22T09:00:00Z');
const day = 24 * 60 * 60 * 1000;

test('ATK-15 a cursor opens for the question it was made for', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (binding, position) => {
      expect(openCursor(secret, binding, sealCursor(secret, binding, position, now), now)).toBe(position);
    }),
  );
});

test('ATK-15 a cursor opens for no other person, list, filter or secret', () => {
  const cursor = sealCursor(secret, 'mine', 'position', now);
  expect(() => openCursor(secret, 'yours', cursor, now)).toThrow('cursor');
  expect(() => openCursor('another secret', 'mine', cursor, now)).toThrow('cursor');
});

test('ATK-15 a cursor with any bit flipped, hand-made, empty or ten kilobytes long is refused', () => {
  const cursor = sealCursor(secret, 'mine', 'position', now);
  const bytes = Buffer.from(cursor, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => openCursor(secret, 'mine', flipped.toString('base64url'), now)).toThrow('cursor');
  }
  const handMade = Buffer.from('{"pk":"w#ws_x","sk":"y"}').toString('base64url');
  for (const wrong of ['', 'x', handMade, 'A'.repeat(10_240)]) {
    expect(() => openCursor(secret, 'mine', wrong, now)).toThrow('cursor');
  }
});

test('ATK-15 a cursor ends after a day', () => {
  const cursor = sealCursor(secret, 'mine', 'position', now);
  expect(openCursor(secret, 'mine', cursor, now + day - 1)).toBe('position');
  expect(() => openCursor(secret, 'mine', cursor, now + day)).toThrow('cursor');
});
