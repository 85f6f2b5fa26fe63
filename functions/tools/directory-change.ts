import type { WorkspaceId } from '#contracts/ids.ts';
import { unlimited } from '#contracts/limits.ts';
import { type Commit, committer } from '#data/commit.ts';
import { partition } from '#data/keys.ts';
import { invitationSender } from '#data/repositories/invitations.ts';
import { acquaintance, invitationDoors } from '#data/repositories/joining.ts';
import { leaving } from '#data/repositories/members.ts';
import { offerWriter, tenantRepository } from '#data/repositories/operator.ts';
import { slugMover } from '#data/repositories/workspaces.ts';
import type { InvitationSender } from '#domain/invitations.ts';
import type { Acquaintance, InvitationDoors } from '#domain/joining.ts';
import type { Leaving } from '#domain/leaving.ts';
import type { OfferReader } from '#domain/offers.ts';
import type { OfferWriter, Tenants } from '#domain/operator.ts';
import type { SlugMover } from '#domain/workspaces.ts';
import type { Turn } from '../runtime/context.ts';
import { env } from '../runtime/env.ts';
import { tableClient } from './table.ts';

/*
 * Changes that span table and directory. Each tool reaches the workspace of the request and, in the directory,
 * exactly the partitions that the change at hand is about.
 */

const tables = () => ({ main: env('FOYER_TABLE'), directory: env('FOYER_DIRECTORY') });
const home = (turn: Turn) => turn.params.workspaceId as WorkspaceId;

/** Commits in the workspace and in these partitions of the directory. */
function commitIn(turn: Turn, prefixes: readonly string[]): Commit {
  const client = tableClient({ prefixes: [partition.workspace(home(turn)), ...prefixes] }, turn.spent.route);
  return committer(client, env('FOYER_TABLE'), turn.claim);
}

/** `directory.change` for who sends invitations: the doors of their tokens. */
export const invitationDoorsChange = (turn: Turn): { sender: InvitationSender } => {
  const sender = (tokenHash: string) => {
    const prefixes = [partition.workspace(home(turn)), partition.invite(tokenHash)];
    const client = tableClient({ prefixes }, turn.spent.route);
    const commit = commitIn(turn, [partition.invite(tokenHash)]);
    const db = { client, table: env('FOYER_TABLE'), workspaceId: home(turn), limits: unlimited, commit };
    return invitationSender(db, env('FOYER_DIRECTORY'));
  };
  return {
    sender: {
      open: (invitation) => sender(invitation.tokenHash).open(invitation),
      rotate: (before, after) => sender(after.tokenHash).rotate(before, after),
    },
  };
};

/** `directory.change` for removing members: that they belong here. */
export const belongingChange = (turn: Turn): { leaving: Leaving } => ({
  leaving: {
    leave: (member) =>
      leaving(commitIn(turn, [partition.person(member.userId)]), tables(), home(turn)).leave(member),
  },
});

/** `directory.change` for the settings: the slug before and the slug after. */
export const slugChange = (turn: Turn): { slugs: SlugMover } => ({
  slugs: {
    move: (before, after) =>
      slugMover(commitIn(turn, [before.slug, after.slug].map(partition.slug)), tables()).move(before, after),
  },
});

/** `directory.read` of whoever holds the link of an invitation, and `table.write` of whoever accepts it. */
export const joiningDoors = (turn: Turn): { doors: InvitationDoors; isKnown: Acquaintance } => {
  const reach = (prefixes: readonly string[]) => tableClient({ prefixes }, turn.spent.route);
  return { doors: invitationDoors(reach, tables()), isKnown: acquaintance(reach, env('FOYER_DIRECTORY')) };
};

/** `directory.read` of operators: the workspaces, and what is sold. */
export const operatorDirectory = (turn: Turn): { tenants: Tenants; offers: OfferReader & OfferWriter } => {
  const directory = tableClient({ prefixes: [partition.workspaces, partition.offers] }, turn.spent.route);
  const workspaces = (exact: readonly string[]) => tableClient({ prefixes: [], exact }, turn.spent.route);
  return {
    tenants: tenantRepository({ directory, workspaces }, tables()),
    offers: offerWriter(directory, env('FOYER_DIRECTORY')),
  };
};

/** Nothing of its own: what the grant opens is handed in by the tool beside it. */
export const granted = () => ({});
