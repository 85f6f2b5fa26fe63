import { randomUUID } from 'node:crypto';
import type { ScheduledEvent } from 'aws-lambda';
import type { When } from '#infra/system.ts';
import type { Blueprint } from './blueprint.ts';
import type { Lambda } from './lambda.ts';
import { accountId, region } from './names.ts';

interface ScheduleOptions {
  schedules: Blueprint['schedules'];
  lambda: Lambda;
  report(line: string): void;
  /** Whether time wakes them; tests run them when they want to. */
  ticking: boolean;
}

export interface Schedules {
  /** Runs a schedule as if it were this time, with its retries. @throws {InvocationError} of the last try */
  run(name: string, at?: Date): Promise<void>;
  close(): void;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Timers of Node overflow after 24 days, and a machine that slept is late: look again at least hourly. */
const LONGEST_TIMER_MS = 60 * MINUTE_MS;

/** The first time after `from` at which a schedule runs, in milliseconds. */
export function nextRun(when: When, from: number): number {
  if ('everyMinutes' in when) {
    const period = when.everyMinutes * MINUTE_MS;
    return (Math.floor(from / period) + 1) * period;
  }
  const [hour = 0, minute = 0] = when.dailyAt.split(':').map(Number);
  const today = Math.floor(from / DAY_MS) * DAY_MS + (hour * 60 + minute) * MINUTE_MS;
  return today > from ? today : today + DAY_MS;
}

const eventAt = (name: string, at: Date): ScheduledEvent => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: accountId,
  // EventBridge tells whole seconds.
  time: `${at.toISOString().slice(0, 19)}Z`,
  region,
  resources: [`arn:aws:events:${region}:${accountId}:rule/${name}`],
  detail: {},
});

/** What wakes functions by the clock. A time that passed while the cloud was off is not made up for. */
export function startSchedules({ schedules, lambda, report, ticking }: ScheduleOptions): Schedules {
  const timers = new Map<string, NodeJS.Timeout>();
  let closed = false;

  async function run(name: string, at = new Date()): Promise<void> {
    const schedule = schedules[name];
    if (!schedule) throw new Error(`There is no schedule ${name}.`);
    for (let tries = 0; ; tries += 1) {
      try {
        await lambda.invoke(name, eventAt(name, at));
        return;
      } catch (error) {
        if (closed || tries === schedule.retries) throw error;
      }
    }
  }

  function arm(name: string, when: When): void {
    const due = nextRun(when, Date.now());
    const wait = Math.min(due - Date.now(), LONGEST_TIMER_MS);
    const timer = setTimeout(() => {
      if (Date.now() >= due) run(name, new Date(due)).catch((error) => report(`${name}: ${error.message}`));
      if (!closed) arm(name, when);
    }, wait);
    timer.unref();
    timers.set(name, timer);
  }
  if (ticking) for (const [name, { when }] of Object.entries(schedules)) arm(name, when);

  return {
    run,
    close() {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
