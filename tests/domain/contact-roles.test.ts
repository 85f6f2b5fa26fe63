import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactFlags } from '#contracts/contact-flags.ts';
import { dayAfter, dayBefore, daysAfter } from '#contracts/days.ts';
import type { PastRoles } from '#contracts/schemas/contact.ts';
import { ended, sameRoles, spansOf } from '#domain/contact-roles.ts';

const FIRST = '2026-01-01';
const roles = fc.record({
  title: fc.constantFrom(null, 'Buyer', 'Head'),
  department: fc.constantFrom(null, 'IT'),
  flags: fc.subarray([...contactFlags]),
});
/** Changes in the order of their days; several may fall on one. */
const changes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), roles), { maxLength: 12 })
  .map((list) => list.sort(([a], [b]) => a - b));

test('S5 on every day somebody was what the last change up to that day made of him', () => {
  fc.assert(
    fc.property(roles, changes, (first, list) => {
      let [now, past]: [typeof first, PastRoles[]] = [first, []];
      for (const [offset, next] of list) {
        if (sameRoles(now, next)) continue;
        past = ended(past, now, daysAfter(FIRST, offset));
        now = next;
      }
      const spans = spansOf({ ...now, leftOn: null }, past, FIRST);
      for (let offset = 0; offset <= 14; offset += 1) {
        const day = daysAfter(FIRST, offset);
        const was = list.filter(([at]) => at <= offset).at(-1)?.[1] ?? first;
        const holding = spans.filter(({ from, to }) => from <= day && (to === null || day <= to));
        expect(holding).toHaveLength(1);
        expect(sameRoles(holding[0] as typeof first, was)).toBe(true);
      }
      // Without a gap, and no two next to each other say the same.
      for (const [at, span] of spans.slice(1).entries()) {
        expect(span.from).toBe(dayAfter(spans[at]?.to ?? ''));
        expect(sameRoles(span, spans[at] as typeof first)).toBe(false);
      }
      expect(spans[0]?.from).toBe(FIRST);
    }),
  );
});

test('S5 the last span ends with the last day at the client', () => {
  const person = { title: null, department: null, flags: [], leftOn: '2026-03-31' };
  const past = [{ title: 'Buyer', department: null, flags: [], until: '2026-02-01' }];
  expect(spansOf(person, past, FIRST).map(({ from, to }) => [from, to])).toEqual([
    [FIRST, dayBefore('2026-02-01')],
    ['2026-02-01', '2026-03-31'],
  ]);
});
