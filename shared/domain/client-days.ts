export { dayIn } from '#contracts/days.ts';

import type { Workspace } from './workspaces.ts';

/** The zone in which the dates of a client are meant: the workspace's, as long as clients have none of their own. */
export const zoneOf = ({ timeZone }: Pick<Workspace, 'timeZone'>): string => timeZone;

/** The hour of the day, 0 to 23, that it is somewhere at an instant. */
export const hourIn = (timeZone: string, instant: string): number =>
  Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(new Date(instant)),
  );
