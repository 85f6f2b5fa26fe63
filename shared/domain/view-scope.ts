import type { StaffActor } from '#contracts/actor.ts';
import type { Client } from '#contracts/schemas/client.ts';

/** What the view scope looks at: an actor, or somebody whose access is being explained. */
export type Seeing = Pick<StaffActor, 'userId' | 'permissions' | 'features'>;

/** How far somebody sees: every client, his own and those his projects link him to, or his own alone. */
export type Sight = 'all' | 'linked' | 'owned';

/** Projects that are switched off link nobody: what is put away is read by nobody. */
export const sightOf = ({ permissions, features }: Seeing): Sight => {
  if (permissions.has('clients.view_all')) return 'all';
  return features.has('projects') ? 'linked' : 'owned';
};

/** Whether somebody may know of a client: the one place that decides it. */
export function sees(actor: Seeing, client: Pick<Client, 'ownerId' | 'linkedIds'>): boolean {
  const sight = sightOf(actor);
  if (sight === 'all' || client.ownerId === actor.userId) return true;
  return sight === 'linked' && client.linkedIds.includes(actor.userId);
}
