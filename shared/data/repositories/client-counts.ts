import type { Client } from '#contracts/schemas/client.ts';
import { unknownOwner } from '#domain/members.ts';
import { update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { ClientCounts } from '../entities/client-counts.ts';
import { countSights } from './client-sights.ts';
import { overLimit, underLimit } from './limits.ts';
import { mustBeActive } from './members.ts';

/**
 * What changes move in the counters, of the workspace and of who sees the clients: live ones that are no samples.
 * Of several clients together, since a transaction writes no counter twice.
 */
export function countAll(
  db: Db,
  changes: readonly (readonly [before: Client | null, after: Client])[],
): Write[] {
  const { table, workspaceId, limits } = db;
  const by = { active: 0, pending: 0, inactive: 0, used: 0 };
  const add = (client: Client | null, one: 1 | -1) => {
    if (!client || !isCounted(client)) return;
    by[client.status] += one;
    if (client.status !== 'inactive') by.used += one;
  };
  for (const [before, after] of changes) {
    add(before, -1);
    add(after, 1);
  }
  const moved = Object.fromEntries(Object.entries(by).filter(([, number]) => number !== 0));
  if (Object.keys(moved).length === 0) return countSights(db, changes);
  const counted = ClientCounts.upsert({ workspaceId }).add(moved);
  const max = limits['clients.active'];
  const all =
    by.used > 0 && max !== null
      ? update(
          counted.where((place, compare) => underLimit(place.used, max, compare)).params({ table }),
          (current) => overLimit('clients.active', current?.used, max),
        )
      : update(counted.params({ table }));
  return [all, ...countSights(db, changes)];
}

const isCounted = ({ deletedAt, sample }: Client) => !deletedAt && !sample;

/** A new owner who is somebody else must still be there when it happens; whoever asks is (he just came in). */
export function proveOwner(db: Db, before: Client | null, { ownerId, updatedBy }: Client): Write[] {
  if (before?.ownerId === ownerId || updatedBy.id === ownerId) return [];
  return [mustBeActive(db, ownerId, () => unknownOwner('/ownerId'))];
}
