import type { Activity } from '#contracts/schemas/activity.ts';

/** Entries that one person made on one record in one go; the newest stands for all. */
export interface Group {
  newest: Activity;
  others: Activity[];
}

export interface Day {
  /** Local calendar day, `2026-11-22`. */
  day: string;
  groups: Group[];
}

const SPAN_MS = 10 * 60_000;

/** Beginnings and ends are never hidden behind a later entry. */
const isChange = ({ type }: Activity) => /\.(updated|status_changed)$/.test(type);

const together = (a: Activity, b: Activity) =>
  isChange(a) &&
  isChange(b) &&
  a.actor.id === b.actor.id &&
  a.record.id === b.record.id &&
  Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= SPAN_MS;

/** The day as the reader's calendar has it. */
const dayOf = (at: string, timeZone: string | undefined) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(at),
  );

/** Entries, newest first, by day and by go. */
export function byDay(entries: readonly Activity[], timeZone?: string): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at, timeZone);
    const today = days.at(-1);
    if (today?.day !== day) {
      days.push({ day, groups: [{ newest: entry, others: [] }] });
      continue;
    }
    const group = today.groups.at(-1);
    if (group && together(group.newest, entry)) group.others.push(entry);
    else today.groups.push({ newest: entry, others: [] });
  }
  return days;
}
