import { partition } from '#data/keys.ts';
import { type SlugReader, slugReader, workspaceRepository } from '#data/repositories/workspaces.ts';
import type { Founding } from '#domain/workspaces.ts';
import type { Turn } from '../runtime/context.ts';
import { env } from '../runtime/env.ts';
import { tableClient } from './table.ts';

/** `directory.read` of somebody who founds a workspace: whether a slug is free. */
export const directoryOfSlugs = (turn: Turn): { slugs: SlugReader } => ({
  slugs: {
    isTaken: (slug) => {
      const client = tableClient({ prefixes: [partition.slug(slug)] }, turn.spent.route);
      return slugReader(client, env('FOYER_DIRECTORY')).isTaken(slug);
    },
  },
});

/** `table.write` of somebody who founds a workspace: that workspace, its slug and its founder, nothing else. */
export const newWorkspaces = (turn: Turn): { workspaces: Founding } => ({
  workspaces: {
    found: (workspace, owner) => {
      const prefixes = [
        partition.workspace(workspace.id),
        partition.slug(workspace.slug),
        partition.workspaces,
        partition.person(owner.userId),
      ];
      const client = tableClient({ prefixes }, turn.spent.route);
      const tables = { main: env('FOYER_TABLE'), directory: env('FOYER_DIRECTORY') };
      return workspaceRepository(client, tables).found(workspace, owner);
    },
  },
});
