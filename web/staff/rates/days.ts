import { useFormats } from '#ui/formats.ts';

/** A day as people write it: 2026-01-31, or 31.1.2026. Null for what is no day. */
export function parseDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  const [year, month, day] = iso?.slice(1) ?? dotted?.slice(1).reverse() ?? [];
  if (!year || !month || !day) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  // Day 31 of a month with thirty is read as the first of the next one, or not at all.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? null : written;
}

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
