import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { requirementStatuses } from '#contracts/compliance.ts';
import { dayIn } from '#domain/client-days.ts';
import {
  daysFrom,
  deadlineOf,
  passedAtFirst,
  stateOf,
  stepDue,
  summaryOf,
} from '#domain/requirement-states.ts';

const day = fc.integer({ min: 0, max: 1_500 }).map((n) => daysFrom('2026-01-01', n));
const steps = fc
  .uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 6 })
  .map((list) => list.sort((a, b) => b - a));
const status = fc.constantFrom(...requirementStatuses);
const by = { type: 'system', id: 'x', label: 'x' } as const;
const waiver = fc.option(
  day.map((until) => ({ until, reason: 'r', approver: by, grantedAt: '2026-01-01T00:00:00.000Z' })),
);
const record = fc.record({ status, dueOn: fc.option(day), expiresOn: fc.option(day), waiver });

test('K4, K6: the state of a day follows from that day alone: waivers end, what is met expires, nothing else moves', () => {
  fc.assert(
    fc.property(record, steps, day, (kept, reminders, today) => {
      const state = stateOf(kept, { reminders }, today);
      const isWaived = kept.waiver !== null && today <= kept.waiver.until;
      expect(state === 'waived').toBe(isWaived);
      if (isWaived) return;
      const { status: said, expiresOn } = kept;
      if (said !== 'compliant' || expiresOn === null) {
        expect(state).toBe(said);
        return;
      }
      expect(state === 'expired').toBe(today > expiresOn);
      const begins = daysFrom(expiresOn, -Math.max(0, ...reminders));
      const isNear = reminders.length > 0 && today >= begins && today <= expiresOn;
      expect(state === 'expiring').toBe(isNear);
    }),
  );
});

test('K4: run on any days, a deadline tells each step at most once and in order, and none that was over at first', () => {
  fc.assert(
    fc.property(
      steps,
      fc.integer({ min: -5, max: 150 }),
      fc.array(fc.integer({ min: -10, max: 150 })),
      (reminders, setAt, runs) => {
        const first = passedAtFirst(reminders, setAt);
        let passed = first;
        const told: number[] = [];
        for (const left of runs.filter((days) => days <= setAt).sort((a, b) => b - a)) {
          const step = stepDue(reminders, passed, left);
          if (step === null) continue;
          expect(left).toBeLessThanOrEqual(step);
          told.push(step);
          passed = step;
        }
        expect(new Set(told).size).toBe(told.length);
        expect(told).toEqual([...told].sort((a, b) => b - a));
        for (const step of told) expect(setAt).toBeGreaterThanOrEqual(step);
        const everyDay = Array.from({ length: Math.max(0, setAt + 1) }, (_, n) => setAt - n);
        if (everyDay.every((left) => runs.includes(left))) {
          expect(told).toEqual(reminders.filter((step) => step <= setAt));
        }
      },
    ),
  );
});

test('K2: percent is met of applicable, rounded down, and of nothing there is none', () => {
  expect(summaryOf([])).toEqual({ applicable: 0, met: 0, expired: 0, percent: null });
  const rows = ['compliant', 'expiring', 'expired', 'waived', 'not_applicable'] as const;
  expect(summaryOf(rows.map((state) => ({ state })))).toEqual({
    applicable: 3,
    met: 2,
    expired: 1,
    percent: 66,
  });
});

test('what is met has its end for a deadline, what is not its due date, what does not apply none', () => {
  const dates = { dueOn: '2026-01-01', expiresOn: '2026-02-01' };
  expect(deadlineOf({ status: 'compliant', ...dates })).toEqual({ on: '2026-02-01', kind: 'expires' });
  expect(deadlineOf({ status: 'partial', ...dates })).toEqual({ on: '2026-01-01', kind: 'due' });
  expect(deadlineOf({ status: 'not_applicable', ...dates })).toBeNull();
});

test.each([
  ['Pacific/Kiritimati', '2026-03-28T10:00:00.000Z', '2026-03-29'],
  ['Pacific/Kiritimati', '2026-03-28T09:59:59.999Z', '2026-03-28'],
  ['Europe/Berlin', '2026-03-29T21:59:59.999Z', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T22:00:00.000Z', '2026-03-30'],
  ['Europe/Berlin', '2026-10-25T22:59:59.999Z', '2026-10-25'],
  ['America/New_York', '2026-01-01T04:59:59.999Z', '2025-12-31'],
])('M4: the day in %s at %s, on days when clocks change too', (zone, instant, expected) => {
  expect(dayIn(zone, instant)).toBe(expected);
});
