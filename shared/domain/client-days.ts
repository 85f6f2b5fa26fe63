export { dayIn } from '#contracts/days.ts';

import type { Workspace } from './workspaces.ts';

/** The zone in which the dates of a client are meant: the workspace's, as long as clients have none of their own. */
export const zoneOf = ({ timeZone }: Pick<Workspace, 'timeZone'>): string => timeZone;
