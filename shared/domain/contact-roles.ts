import { dayBefore, daysAfter } from '#contracts/days.ts';
import { invalidField } from '#contracts/errors.ts';
import type { Contact, PastRoles, RolePlan, RoleSpan } from '#contracts/schemas/contact.ts';
import { dayIn, zoneOf } from './client-days.ts';
import type { Clock } from './deps.ts';
import type { WorkspaceReader } from './workspaces.ts';

type Roles = Pick<Contact, 'title' | 'department' | 'flags'>;

/** How far ahead a change can be planned. */
const DAYS_AHEAD = 366;

const rolesOf = ({ title, department, flags }: Roles): Roles => ({ title, department, flags });

/** Whether two say the same of what somebody is; the order of flags says nothing. */
export const sameRoles = (a: Roles, b: Roles): boolean =>
  a.title === b.title &&
  a.department === b.department &&
  JSON.stringify([...a.flags].sort()) === JSON.stringify([...b.flags].sort());

/**
 * What somebody was before a day, added to what is kept of it. Of several changes on one day only the first
 * ends something: what held for a part of a day held on none.
 */
export function ended(past: readonly PastRoles[], before: Roles, until: string): PastRoles[] {
  const last = past.at(-1);
  return last && last.until >= until ? [...past] : [...past, { ...rolesOf(before), until }];
}

/** Whether somebody's last day at the client is over. */
export const hasLeft = ({ leftOn }: Pick<Contact, 'leftOn'>, today: string): boolean =>
  leftOn !== null && leftOn < today;

/** Who somebody was, from when to when, oldest first; `known` is the first day on which he was known. */
export function spansOf(
  contact: Roles & Pick<Contact, 'leftOn'>,
  past: readonly PastRoles[],
  known: string,
): RoleSpan[] {
  const spans: RoleSpan[] = [];
  let from = known;
  for (const { until, ...roles } of [...past, { ...rolesOf(contact), until: null }]) {
    // Whoever changed on his very first day was nothing before it.
    if (until !== null && until <= from) continue;
    // Nobody is anything after his last day.
    if (contact.leftOn !== null && from > contact.leftOn) break;
    const last = spans.at(-1);
    const to = firstOf(until === null ? null : dayBefore(until), contact.leftOn);
    if (last && sameRoles(last, roles)) last.to = to;
    else spans.push({ from, to, ...roles });
    from = until ?? from;
  }
  return spans;
}

/** The earlier of two days, either of which may be none. */
const firstOf = (a: string | null, b: string | null) => (a !== null && (b === null || a < b) ? a : b);

/** What somebody is on a day: what is planned from then on counts, unless it failed. */
export const rolesOn = (contact: Roles & Pick<Contact, 'planned'>, day: string): Roles => {
  const { planned } = contact;
  if (!planned || planned.failed !== null || planned.from > day) return rolesOf(contact);
  return {
    title: planned.title === undefined ? contact.title : planned.title,
    department: planned.department === undefined ? contact.department : planned.department,
    flags: planned.flags ?? contact.flags,
  };
};

/**
 * A plan as it is kept.
 * @throws {Refusal} `validation_failed` for a day that is not ahead, further than a year, or after the last one
 */
export function planOf(
  plan: RolePlan,
  today: string,
  leftOn: string | null,
): NonNullable<Contact['planned']> {
  if (plan.from <= today) throw invalidField('/planned/from', 'not_ahead', 'must be a day to come');
  if (plan.from > daysAfter(today, DAYS_AHEAD)) {
    throw invalidField('/planned/from', 'too_far', 'must be within a year');
  }
  if (leftOn !== null && plan.from > leftOn) {
    throw invalidField('/planned/from', 'after_last_day', 'must not be after the last day at the client');
  }
  return { ...plan, failed: null };
}

/** Today where the client is. */
export const todayOf = async ({
  data,
  clock,
}: {
  data: { workspaces: WorkspaceReader };
  clock: Clock;
}): Promise<string> => dayIn(zoneOf(await data.workspaces.get()), clock.now());
