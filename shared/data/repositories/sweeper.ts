import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Refusal } from '#contracts/errors.ts';
import type { ClientId, UserId, WorkspaceId } from '#contracts/ids.ts';
import { unlimited } from '#contracts/limits.ts';
import type { Clock } from '#domain/deps.ts';
import { headstone, purger, type Sweeper } from '#domain/trash.ts';
import { committer, remove as removal } from '../commit.ts';
import type { DocumentClient } from '../documents.ts';
import { Client } from '../entities/client.ts';
import { Merge } from '../entities/merge.ts';
import { PortalAccess } from '../entities/portal-access.ts';
import { PortalDoor } from '../entities/portal-door.ts';
import { Requirement } from '../entities/requirement.ts';
import { partition } from '../keys.ts';
import { itemsIn } from './merge-holdings.ts';
import { countDown } from './standards.ts';
import { trashRepository } from './trash.ts';

type Item = Record<string, unknown>;

interface Tools {
  /** A client that reaches this workspace, and in the directory these people. */
  reach(people: readonly UserId[]): DocumentClient;
  tables: { main: string; directory: string };
  workspaceId: WorkspaceId;
  clock: Clock;
}

/** Things removed in one step, and how many of them at the same time. */
const STEP = 100;
const AT_ONCE = 20;

/**
 * Removes everything in the partitions of a client, whatever it is: a kind of record that is added later needs
 * no line here, unless something outside of them counts it. Plain deletes where no two need each other, and half
 * the price of a transaction.
 */
export function sweeper({ reach, tables, workspaceId, clock }: Tools): Sweeper {
  const client = reach([]);
  const table = tables.main;
  const commit = committer(client, table, null);
  const trash = trashRepository({ client, table, workspaceId, limits: unlimited, commit });
  const { kept } = trash;

  /** The next things in a partition of the client, itself left out. */
  async function next(pk: string): Promise<Item[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        Limit: STEP,
        ConsistentRead: true,
      }),
    );
    return (Items as Item[]).filter((item) => item.__edb_e__ !== 'client');
  }

  async function remove(Item: Item): Promise<void> {
    const access = Item.__edb_e__ === 'portalAccess' ? PortalAccess.parse({ Item }).data : null;
    // The door first: an access without its door is found again, a door without its access would not be.
    if (access) {
      const params = PortalDoor.delete(access).params({ table: tables.directory });
      await reach([access.userId]).send(new DeleteCommand(params as never));
    }
    if (Item.__edb_e__ === 'requirement' && !Item.deletedAt) return removeRequirement(Item);
    if (Item.__edb_e__ === 'merge') await forgetMerge(Item);
    await client.send(new DeleteCommand({ TableName: table, Key: { pk: Item.pk, sk: Item.sk } }));
  }

  /** What a merge kept goes with it, and so does the client that pointed here; the daily run removes what hangs on that. */
  async function forgetMerge(Item: Item): Promise<void> {
    const { data } = Merge.parse({ Item });
    if (!data) throw new Error('the item is not a merge');
    for (const { pk, sk } of await itemsIn(
      { client, table, workspaceId },
      `${Item.pk}#merge#${data.mergeId}`,
    )) {
      await client.send(new DeleteCommand({ TableName: table, Key: { pk, sk } }));
    }
    const pointer = await kept(data.loserId);
    if (pointer?.merged?.mergeId !== data.mergeId || pointer.destroyedAt) return;
    await trash.destroy(pointer, headstone({ actor: purger, clock }, pointer));
  }

  /** With one use less of its standard, which only the workspace outlives; what is gone was counted before. */
  async function removeRequirement(Item: Item): Promise<void> {
    const { data } = Requirement.parse({ Item });
    if (!data) throw new Error('the item is not a requirement');
    const params = Requirement.remove(data).params({ table });
    try {
      await committer(
        client,
        table,
        null,
      )(
        [
          removal(params, () => new Refusal('not_found')),
          countDown({ table, workspaceId }, data.standardKey),
        ],
        null,
      );
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'not_found') throw error;
    }
  }

  return {
    kept,
    async sweep(clientId: ClientId) {
      for (const pk of partition.ofClient(workspaceId, clientId)) {
        const items = await next(pk);
        for (let at = 0; at < items.length; at += AT_ONCE)
          await Promise.all(items.slice(at, at + AT_ONCE).map(remove));
        if (items.length > 0) return true;
      }
      return false;
    },
    async bury(clientId) {
      const params = Client.delete({ workspaceId, clientId })
        .where(({ destroyedAt }, { exists }) => exists(destroyedAt))
        .params({ table });
      await client.send(new DeleteCommand(params as never));
    },
  };
}
