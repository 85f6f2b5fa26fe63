import { partition } from '#data/keys.ts';
import { offerRepository } from '#data/repositories/offers.ts';
import { foundingRepository, type SlugReader, slugReader } from '#data/repositories/workspaces.ts';
import type { OfferReader } from '#domain/offers.ts';
import type { Founding } from '#domain/workspaces.ts';
import type { Turn } from '../runtime/context.ts';
import { env } from '../runtime/env.ts';
import { tableClient } from './table.ts';

/** `directory.read` of somebody who founds a workspace: whether a slug is free, and what is sold. */
export const directoryOfSlugs = (turn: Turn): { slugs: SlugReader; offers: OfferReader } => ({
  ...directoryOfOffers(turn),
  slugs: {
    isTaken: (slug) => {
      const client = tableClient({ prefixes: [partition.slug(slug)] }, turn.spent.route);
      return slugReader(client, env('FOYER_DIRECTORY')).isTaken(slug);
    },
  },
});

/** `directory.read` of the offers of the installation, which anybody may know. */
export const directoryOfOffers = (turn: Turn): { offers: OfferReader } => ({
  offers: offerRepository(
    tableClient({ prefixes: [partition.offers] }, turn.spent.route),
    env('FOYER_DIRECTORY'),
  ),
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
        partition.workspaces,
      ];
      const client = tableClient({ prefixes }, turn.spent.route);
      const tables = { main: env('FOYER_TABLE'), directory: env('FOYER_DIRECTORY') };
      return foundingRepository(client, tables).found(workspace, owner);
    },
  },
});
