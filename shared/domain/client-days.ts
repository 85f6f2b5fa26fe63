import type { Workspace } from './workspaces.ts';

/** The zone in which the dates of a client are meant: the workspace's, as long as clients have none of their own. */
export const zoneOf = ({ timeZone }: Pick<Workspace, 'timeZone'>): string => timeZone;

/** The hour of the day, 0 to 23, that it is somewhere at an instant. */
export const hourIn = (timeZone: string, instant: string): number =>
  Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(new Date(instant)),
  );

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
