import { describe, expect, test } from 'vitest';
import { nextRun } from '#infra/local/schedules.ts';

const at = (time: string) => Date.parse(`2026-11-22T${time}:00.000Z`);
const shown = (ms: number) => new Date(ms).toISOString().slice(0, 16);

describe('the next run', () => {
  test.each([
    ['01:00', '2026-11-22T02:30'],
    ['02:29', '2026-11-22T02:30'],
    ['02:30', '2026-11-23T02:30'],
    ['23:59', '2026-11-23T02:30'],
  ])('of what runs daily at 02:30 is, at %s, %s', (now, next) => {
    expect(shown(nextRun({ dailyAt: '02:30' }, at(now)))).toBe(next);
  });

  test.each([
    ['01:00', '2026-11-22T01:15'],
    ['01:14', '2026-11-22T01:15'],
    ['23:50', '2026-11-23T00:00'],
  ])('of what runs every 15 minutes is, at %s, %s', (now, next) => {
    expect(shown(nextRun({ everyMinutes: 15 }, at(now)))).toBe(next);
  });
});
