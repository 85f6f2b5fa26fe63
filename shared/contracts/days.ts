const DAY = 86_400_000;

const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10);

/** The day before a calendar day. */
export const dayBefore = (day: string): string => shifted(day, -1);

/** The day after a calendar day. */
export const dayAfter = (day: string): string => shifted(day, 1);

/** The day so many days after a calendar day. */
export const daysAfter = (day: string, days: number): string => shifted(day, days);

/** How many days lie between two calendar days. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** The calendar day that an instant falls on in a time zone. */
export const dayIn = (timeZone: string, instant: string): string => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
};
