import { dayAfter, daysBetween } from '#contracts/days.ts';
import type { ClientId, RequirementId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { KeptRequirement } from '#contracts/schemas/requirement.ts';
import type { StandardKey } from '#contracts/schemas/standard.ts';
import { deadlineOf, passedAtFirst, stepsOf } from './requirement-states.ts';

/** What somebody is to be reminded of: a deadline, and from which day on if not at once. */
export interface Wanted {
  deadlineOn: string;
  quietUntil: string | null;
}

/** What a change of a requirement does to its reminder: begins it anew, keeps how far it came, or ends it. */
export type Reminding =
  | { kind: 'reset'; reminder: Wanted; passed: number | null }
  | { kind: 'kept'; reminder: Wanted | null }
  | { kind: 'none' };

/** How far the reminding of one deadline has come. */
export interface Reminder extends Wanted {
  clientId: ClientId;
  requirementId: RequirementId;
  standardKey: StandardKey;
  /** The last step that was told, or that was over when the deadline was set. */
  passed: number | null;
  /** Since when somebody is telling of `passed`; null once that is done. */
  claimedAt: string | null;
}

export interface ReminderReader {
  /** Reminders of deadlines between two days, both included, soonest first. */
  between(first: string, last: string, page: PageRequest): Promise<Page<Reminder>>;
}

export interface ReminderWriter {
  /** Takes a step, if the reminder still is as it was read. @returns false when it is not */
  claim(before: Reminder, step: number, at: string): Promise<boolean>;
  /** A claimed step was told. */
  settle(claimed: Reminder): Promise<void>;
  /** A claimed step could not be told: all is as before. */
  release(before: Reminder, claimed: Reminder): Promise<void>;
}

/** What a requirement wants to remind of; one that is waived or snoozed, not before that is over. */
export function remindingOf(
  kept: Pick<KeptRequirement, 'status' | 'dueOn' | 'expiresOn' | 'waiver' | 'snooze'>,
): Wanted | null {
  const deadline = deadlineOf(kept);
  if (!deadline) return null;
  const quiet = [kept.waiver && dayAfter(kept.waiver.until), kept.snooze?.until].filter((day) => day != null);
  return { deadlineOn: deadline.on, quietUntil: quiet.sort().at(-1) ?? null };
}

/** Begins the reminding of a deadline that was set today. */
export const reset = (reminder: Wanted | null, steps: readonly number[], today: string): Reminding =>
  reminder
    ? {
        kind: 'reset',
        reminder,
        passed: passedAtFirst(stepsOf(steps), daysBetween(today, reminder.deadlineOn)),
      }
    : { kind: 'none' };
