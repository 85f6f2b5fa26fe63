import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { Activity } from '#contracts/schemas/activity.ts';
import { useFormats } from '#ui/formats.ts';
import { TimelineDay } from '#ui/Timeline.tsx';
import classes from './activity.module.css';
import { Entries } from './Entry.tsx';
import { byDay, type Group } from './group.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Entries under the headings of their days. */
export function Days({ entries }: { entries: readonly Activity[] }) {
  const { timeZone } = useFormats();
  const dayName = useDayName();
  // By entry, as a group gains members at both ends: what was opened stays open.
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const idsOf = ({ newest, others }: Group) => [newest, ...others].map(({ id }) => id);
  const open = (group: Group) => setOpened(new Set([...opened, ...idsOf(group)]));
  return byDay(entries, timeZone).map(({ day, groups }) => (
    <TimelineDay key={day} label={dayName(day)}>
      {groups.map((group) => (
        <Entries
          key={group.newest.id}
          group={group}
          isOpen={idsOf(group).some((id) => opened.has(id))}
          onOpen={() => open(group)}
        />
      ))}
    </TimelineDay>
  ));
}

function useDayName() {
  const { t } = useLingui();
  const { locale, timeZone } = useFormats();
  const named = (at: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
      at,
    );
  const today = named(Date.now());
  const yesterday = named(Date.now() - DAY_MS);
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return (day: string) => {
    if (day === today) return t`Today`;
    return day === yesterday ? t`Yesterday` : long.format(new Date(`${day}T00:00:00Z`));
  };
}

export function DaysSkeleton({ rows = 4 }: { rows?: number }) {
  return (
    <div aria-busy="true">
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <div key={index} className={classes.skeleton}>
          <Skeleton height={24} circle />
          <div>
            <Skeleton height={10} width="70%" />
            <Skeleton height={9} width="30%" />
          </div>
        </div>
      ))}
    </div>
  );
}
