import { useSyncExternalStore } from 'react';
import { useFormats } from './formats.ts';
import classes from './RelTime.module.css';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** One clock for all stamps on a page, so they turn over together. */
const clock = {
  now: Date.now(),
  listeners: new Set<() => void>(),
  timer: 0,
  subscribe(this: void, listener: () => void) {
    clock.listeners.add(listener);
    if (clock.listeners.size === 1) clock.timer = window.setInterval(clock.tick, minute / 2);
    clock.tick();
    return () => {
      clock.listeners.delete(listener);
      if (clock.listeners.size === 0) window.clearInterval(clock.timer);
    };
  },
  tick(this: void) {
    const now = Date.now();
    if (now - clock.now < minute / 4) return;
    clock.now = now;
    for (const listener of clock.listeners) listener();
  },
  read: () => clock.now,
};

/** "12 min ago" up to seven days, then a date; abbreviation dots are noise in a table. */
export function relativeText(at: number, now: number, locale: string): string | undefined {
  /** A second or two of clock drift must not turn an hour into 59 minutes. */
  const gap = at - now + Math.sign(at - now) * 5000;
  const size = Math.abs(gap);
  if (size >= 7 * day) return undefined;
  const words = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
  const say = (value: number, unit: Intl.RelativeTimeFormatUnit) =>
    words
      .format(value, unit)
      .replaceAll('.', '')
      .replace(/\bhrs?\b/, 'h');
  if (size < minute) return say(0, 'second');
  if (size < hour) return say(Math.trunc(gap / minute), 'minute');
  if (size < day) return say(Math.trunc(gap / hour), 'hour');
  return say(Math.trunc(gap / day), 'day');
}

export interface RelTimeProps {
  /** RFC 3339 instant. */
  at: string;
  /** Shows a date even if it is recent. */
  absolute?: boolean;
}

/** A moment in words, with the exact time and zone on hover and for machines. */
export function RelTime({ at, absolute = false }: RelTimeProps) {
  const { locale, timeZone } = useFormats();
  const now = useSyncExternalStore(clock.subscribe, clock.read);
  const date = new Date(at);
  const full = new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'long',
    timeZone,
  }).format(date);
  const short = () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(date);
  const relative = absolute ? undefined : relativeText(date.getTime(), now, locale);
  return (
    <time className={classes.time} dateTime={at} title={full}>
      {relative ?? short()}
    </time>
  );
}
