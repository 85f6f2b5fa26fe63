import { dayAfter, daysBetween } from '#contracts/days.ts';
import type { KeptRequirement, Requirement, Requirements } from '#contracts/schemas/requirement.ts';
import type { Standard } from '#contracts/schemas/standard.ts';

/** What of a standard decides what its requirements are on a day. */
export type Measure = Pick<Standard, 'name' | 'reminders' | 'blocking' | 'fourEyes'>;

/** A day by which something has to happen, or the record is late. */
export interface Deadline {
  on: string;
  kind: 'due' | 'expires';
}

/**
 * The steps of a deadline, in days before it: those of the standard, and the day after, when what was met has
 * expired and what was due is late. A standard that reminds of nothing does not remind of that.
 */
export const stepsOf = (reminders: readonly number[]): readonly number[] =>
  reminders.length > 0 ? [...reminders, -1] : [];

/** The day `count` days after a day; before it when negative. */
export const daysFrom = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

/**
 * What a requirement is on a day. A waiver covers everything until its last day is over; what is met is
 * expiring from the first reminder on, and expired when its last day is over.
 */
export function stateOf(
  { status, expiresOn, waiver }: Pick<KeptRequirement, 'status' | 'expiresOn' | 'waiver'>,
  { reminders }: Pick<Measure, 'reminders'>,
  today: string,
): Requirement['state'] {
  if (waiver && today <= waiver.until) return 'waived';
  if (status !== 'compliant' || expiresOn === null) return status;
  if (today > expiresOn) return 'expired';
  return daysBetween(today, expiresOn) <= Math.max(0, ...reminders) && reminders.length > 0
    ? 'expiring'
    : 'compliant';
}

/** What is next to go wrong: the end of what is met, or the day by which it is to be. */
export function deadlineOf({
  status,
  dueOn,
  expiresOn,
}: Pick<KeptRequirement, 'status' | 'dueOn' | 'expiresOn'>): Deadline | null {
  if (status === 'not_applicable') return null;
  if (status === 'compliant') return expiresOn ? { on: expiresOn, kind: 'expires' } : null;
  return dueOn ? { on: dueOn, kind: 'due' } : null;
}

/**
 * The step that is due for a deadline: the smallest that has been reached. `passed` is the last one that was
 * told, or was over before the deadline was set. Steps that were slept through are told as the latest of them.
 */
export function stepDue(steps: readonly number[], passed: number | null, daysLeft: number): number | null {
  const reached = steps.filter((step) => daysLeft <= step);
  const step = reached.length > 0 ? Math.min(...reached) : null;
  return step !== null && (passed === null || step < passed) ? step : null;
}

/** The steps that are over when a deadline is set: nobody is reminded of what he has just entered. */
export const passedAtFirst = (steps: readonly number[], daysLeft: number): number | null => {
  const over = steps.filter((step) => daysLeft < step);
  return over.length > 0 ? Math.min(...over) : null;
};

/** A requirement as it stands on a day of its client. */
export function faceOf(kept: KeptRequirement, standard: Measure, today: string): Requirement {
  const deadline = deadlineOf(kept);
  return {
    ...kept,
    standardName: standard.name,
    state: stateOf(kept, standard, today),
    blocking: standard.blocking,
    fourEyes: standard.fourEyes,
    deadline: deadline && { ...deadline, daysLeft: daysBetween(today, deadline.on) },
    nextReminderOn: deadline && nextReminder(kept, standard.reminders, deadline.on, today),
  };
}

/** The next day on which somebody will be reminded; not while a waiver or a snooze holds. */
function nextReminder(
  { waiver, snooze }: Pick<KeptRequirement, 'waiver' | 'snooze'>,
  steps: readonly number[],
  deadline: string,
  today: string,
): string | null {
  const quiet = [waiver && dayAfter(waiver.until), snooze?.until].filter((day) => day != null);
  const from = [dayAfter(today), ...quiet].sort().at(-1) ?? today;
  const days = stepsOf(steps)
    .map((step) => daysFrom(deadline, -step))
    .filter((day) => day >= from);
  return days.sort()[0] ?? null;
}

/** What applies, what of it is met, and what has expired; what is waived does not apply meanwhile. */
export function summaryOf(all: readonly Pick<Requirement, 'state'>[]): Requirements['summary'] {
  const among = (...states: Requirement['state'][]) =>
    all.filter(({ state }) => states.includes(state)).length;
  const applicable = all.length - among('not_applicable', 'waived');
  const met = among('compliant', 'expiring');
  const percent = applicable === 0 ? null : Math.floor((100 * met) / applicable);
  return { applicable, met, expired: among('expired'), percent };
}
