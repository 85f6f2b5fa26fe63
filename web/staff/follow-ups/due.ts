import type { FollowUp } from '#contracts/schemas/follow-up.ts';

/** How a follow-up stands on a day. */
export type Standing = 'done' | 'snoozed' | 'overdue' | 'today' | 'ahead';

/** Out of the way while it is snoozed; after that it is as late as its day says. */
export function standingOf(
  { doneAt, dueOn, snoozedUntil }: Pick<FollowUp, 'doneAt' | 'dueOn' | 'snoozedUntil'>,
  today: string,
): Standing {
  if (doneAt !== null) return 'done';
  if (snoozedUntil !== null && snoozedUntil > today) return 'snoozed';
  if (dueOn < today) return 'overdue';
  return dueOn === today ? 'today' : 'ahead';
}
