import { Refusal } from '#contracts/errors.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { FAMILY_MOVED, type FamilyReader, type FamilyWriter } from '#domain/family.ts';
import { check, put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { Client as ClientEntity } from '../entities/client.ts';
import { ClientChild } from '../entities/client-child.ts';
import { FamilyMoves } from '../entities/family-moves.ts';
import { changeClient, creation } from './clients.ts';

export function familyRepository(db: Db): FamilyReader & FamilyWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table, consistent: true };

  return {
    /** Who stands directly below, in the order of their ids; one strongly consistent query. */
    async childIdsOf(clientId) {
      const { data } = await ClientChild.query
        .ofParent({ workspaceId, parentId: clientId })
        .go({ ...at, pages: 'all' });
      return data.map(({ childId }) => childId);
    },

    async moves() {
      const { data } = await FamilyMoves.get({ workspaceId }).go(at);
      return data?.moves ?? 0;
    },

    async move(before, after, moves, answer) {
      const [change, ...sights] = changeClient(db, before, after);
      const refuse: Write['refuse'] = (current) =>
        current?.version === before.version ? moved() : (change.refuse?.(current) ?? moved());
      const joining = after.parentId ? joinParent(db, after.id, after.parentId, moves) : [];
      await db.commit([{ ...change, refuse }, ...sights, ...leaveParent(db, before), ...joining], answer);
    },

    async createBelow(record, moves, answer) {
      const below = record.parentId ? joinParent(db, record.id, record.parentId, moves) : [];
      await db.commit([...creation(db, record), ...below], answer);
    },
  };
}

const moved = () => new Refusal('version_conflict', { internal: FAMILY_MOVED });

/** Takes a client out from below its parent. */
export const leaveParent = ({ table, workspaceId }: Db, { id, parentId }: Client): Write[] =>
  parentId ? [remove(ClientChild.delete({ workspaceId, parentId, childId: id }).params({ table }))] : [];

/** Puts a client below another one that is live, as the move after those that were read. */
export function joinParent(
  { table, workspaceId }: Db,
  childId: ClientId,
  parentId: ClientId,
  moves: number,
): Write[] {
  const { Key } = ClientEntity.get({ workspaceId, clientId: parentId }).params<{ Key: object }>({ table });
  const live = {
    TableName: table,
    Key,
    ConditionExpression:
      'attribute_exists(pk) AND attribute_not_exists(deletedAt) AND attribute_not_exists(mergedInto)',
  };
  return [
    put(ClientChild.create({ workspaceId, parentId, childId }).params({ table }), moved),
    check(live, moved),
    moves === 0
      ? put(FamilyMoves.create({ workspaceId, moves: 1 }).params({ table }), moved)
      : update(
          FamilyMoves.patch({ workspaceId })
            .add({ moves: 1 })
            .where((item, { eq }) => eq(item.moves, moves))
            .params({ table }),
          moved,
        ),
  ];
}
