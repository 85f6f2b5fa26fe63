import type { ClientId, UserId, WorkspaceId } from '#contracts/ids.ts';
import { partition } from '#data/keys.ts';
import {
  portalDirectory,
  portalEntrances,
  portalRepository,
  workspaceFront,
} from '#data/repositories/portal.ts';
import {
  type PortalDirectory,
  type PortalEntrances,
  type PortalReader,
  slugOf,
  type WorkspaceFront,
} from '#domain/portal.ts';
import type { Turn } from '../runtime/context.ts';
import { env } from '../runtime/env.ts';
import { tableClient } from './table.ts';

/** The host name that the browser asked, as the front door reports it. */
const hostOf = ({ event }: Turn) => event.headers['x-foyer-host'] ?? '';

interface Portal {
  host: string;
  /** The portal partition of the client in the path, and the workspace's of fields that portals show: no other. */
  data: PortalReader;
  entrances: PortalEntrances;
}

/** `table.read` for the portal: one client's portal partition, or those the directory named for this person. */
export const portalTableRead = (turn: Turn): Portal => {
  const table = env('FOYER_TABLE');
  const reach = (prefixes: readonly string[], exact: readonly string[] = []) =>
    tableClient({ prefixes, exact }, turn.spent.route);
  const door = turn.params as { workspaceId: WorkspaceId; clientId: ClientId };
  const own = door.clientId ? [partition.portal(door.workspaceId, door.clientId)] : [];
  const shown = door.clientId ? [partition.portalFields(door.workspaceId)] : [];
  return {
    host: hostOf(turn),
    data: portalRepository(reach(own, shown), table, door),
    entrances: (doors) => {
      const prefixes = doors.map(({ workspaceId, clientId }) => partition.portal(workspaceId, clientId));
      const workspaces = doors.map(({ workspaceId }) => partition.workspace(workspaceId));
      return portalEntrances(reach(prefixes, workspaces), table, turn.subject as UserId)(doors);
    },
  };
};

/** `table.read` before sign-in: the workspace record that the host name led to, and nothing below it. */
export const portalFrontRead = (turn: Turn): { host: string; workspaces: WorkspaceFront } => ({
  host: hostOf(turn),
  workspaces: {
    front: (workspaceId) => {
      const client = tableClient({ prefixes: [partition.workspace(workspaceId)] }, turn.spent.route);
      return workspaceFront(client, env('FOYER_TABLE')).front(workspaceId);
    },
  },
});

/** `directory.read` for the portal: the host's slug, and the person who asks. */
export const portalDirectoryRead = (turn: Turn): { directory: PortalDirectory } => {
  const slug = slugOf(hostOf(turn));
  const prefixes = [
    ...(slug ? [partition.slug(slug)] : []),
    ...(turn.subject ? [partition.person(turn.subject as UserId)] : []),
  ];
  return { directory: portalDirectory(tableClient({ prefixes }, turn.spent.route), env('FOYER_DIRECTORY')) };
};
