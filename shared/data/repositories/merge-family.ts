import type { ClientId } from '#contracts/ids.ts';
import { put, remove, type Write } from '../commit.ts';
import { ClientChild } from '../entities/client-child.ts';
import { FamilyMoves } from '../entities/family-moves.ts';
import { changeClient } from './clients.ts';
import { type Item, movedAgain } from './merge-items.ts';
import type { Way } from './merge-move.ts';

/** A client that stood below the one stands below the other; one that went elsewhere meanwhile stays there. */
export async function adopt(way: Way, { childId }: Item): Promise<Write[]> {
  const { db, clients, from, to, now: updatedAt, by: updatedBy } = way;
  const { client, table, workspaceId } = db;
  const leaving = remove(ClientChild.delete({ workspaceId, parentId: from, childId }).params({ table }));
  const before = await clients.get(childId as ClientId);
  if (before?.parentId !== from) return [leaving];
  const after = { ...before, parentId: to, version: before.version + 1, updatedAt, updatedBy };
  const { data } = await FamilyMoves.get({ workspaceId }).go({ client, table, consistent: true });
  const moves = data?.moves ?? 0;
  const counted = FamilyMoves.put({ workspaceId, moves: moves + 1 })
    .where((one, { eq, notExists }) => (moves === 0 ? notExists(one.moves) : eq(one.moves, moves)))
    .params({ table });
  return [
    leaving,
    put(ClientChild.create({ workspaceId, parentId: to, childId }).params({ table }), movedAgain),
    ...changeClient(db, before, after),
    put(counted, movedAgain),
  ];
}
