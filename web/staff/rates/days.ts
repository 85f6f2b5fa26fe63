import { useFormats } from '#ui/formats.ts';

/** A day that was read, and whether another one might have been meant. */
interface ReadDay {
  day: string;
  guessed: boolean;
}

/** The day that a year, a month and a day of it are; null for what is none. */
function dayOf(year: string, month: string | number, day: string): string | null {
  const written = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  // Day 31 of a month with thirty is read as the first of the next one, or not at all.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? null : written;
}

/**
 * A day as people and spreadsheets write it: 2026-01-31, 2026/01/31, 31.1.2026, 31 Jan 2026, Jan 31, 2026 and
 * 1/31/2026, with the months of English and of the reader's language. Where day and month could change places, the
 * reader's own order decides, and the day is a guess. Null for what is no day.
 */
export function readDay(text: string, locale: string): ReadDay | null {
  const bare = text.trim();
  const sure = (day: string | null): ReadDay | null => (day === null ? null : { day, guessed: false });
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(bare);
  if (iso) return sure(dayOf(iso[1] ?? '', iso[3] ?? '', iso[4] ?? ''));
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(bare);
  if (dotted) return sure(dayOf(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? ''));
  const slashed = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/.exec(bare);
  if (slashed) return readSlashed(slashed[1] ?? '', slashed[3] ?? '', slashed[4] ?? '', locale);
  const named =
    /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?<month>\p{L}+)\.?,?[\s-]+(?<year>\d{4})$/u.exec(bare) ??
    /^(?<month>\p{L}+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/u.exec(bare);
  const { year = '', month = '', day = '' } = named?.groups ?? {};
  const at = monthsOf(locale).get(month.toLowerCase());
  return at === undefined ? null : sure(dayOf(year, at, day));
}

function readSlashed(first: string, second: string, year: string, locale: string): ReadDay | null {
  const [dayFirst, monthFirst] = [dayOf(year, second, first), dayOf(year, first, second)];
  const [day, other] = isDayFirst(locale) ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  const read = day ?? other;
  return read === null ? null : { day: read, guessed: day !== null && other !== null && day !== other };
}

/** Whether numbers of a day stand before those of its month. */
const isDayFirst = (locale: string): boolean => {
  const order = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
  return order.indexOf('day') < order.indexOf('month');
};

const known = new Map<string, ReadonlyMap<string, number>>();

/** Months by their names, long and short, without points. */
function monthsOf(locale: string): ReadonlyMap<string, number> {
  const kept = known.get(locale);
  if (kept) return kept;
  const names = new Map<string, number>([['sept', 9]]);
  for (const of of new Set(['en', locale])) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(of, { month, day: 'numeric', timeZone: 'UTC' });
      for (let at = 1; at <= 12; at += 1) {
        const parts = format.formatToParts(Date.UTC(2026, at - 1, 1));
        const name = parts.find(({ type }) => type === 'month')?.value ?? '';
        names.set(name.toLowerCase().replaceAll('.', ''), at);
      }
    }
  }
  known.set(locale, names);
  return names;
}

/** A day that can be meant in one way only; null for what is none, or might be another. */
export const parseDay = (text: string): string | null => {
  const read = readDay(text, 'en');
  return read && !read.guessed ? read.day : null;
};

/** Today where the reader is. */
export const today = (): string => {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/** A day in the reader's notation; what is none stays as it was typed. */
export function useDayText() {
  const { locale } = useFormats();
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (text: string) => {
    const day = parseDay(text);
    return day ? format.format(new Date(`${day}T00:00:00Z`)) : text;
  };
}
