import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { ClientId } from '#contracts/ids.ts';
import type { Activity as Event } from '#contracts/schemas/activity.ts';
import type { ActivityReader, ActivityWriter } from '#domain/activity.ts';
import type { Db } from '../db.ts';
import { Activity } from '../entities/activity.ts';
import { Client } from '../entities/client.ts';
import { pageOptions, toPage } from './paging.ts';

const MINUTE_MS = 60_000;

export function activityRepository({ client, table, workspaceId }: Db): ActivityReader & ActivityWriter {
  const keyOf = (clientId: ClientId, event: Event, version: number) => ({
    workspaceId,
    clientId,
    at: event.at,
    order: String(version).padStart(10, '0'),
    eventId: event.id,
  });

  return {
    /** The timeline of a client, newest first. */
    async ofClient(clientId, page) {
      const answer = await Activity.query
        .byClient({ workspaceId, clientId })
        .go({ client, table, ...pageOptions(page), order: 'desc' });
      return toPage(answer, ({ event }) => event);
    },

    async append(clientId, event, version) {
      const params = Activity.create({ ...keyOf(clientId, event, version), event }).params({ table });
      await unlessConditionFails(() => client.send(new PutCommand(params as never)));
    },

    async withdraw(clientId, event, version) {
      const params = Activity.delete(keyOf(clientId, event, version)).params({ table });
      await client.send(new DeleteCommand(params as never));
    },

    async touch(clientId, at) {
      const aMinuteBefore = new Date(Date.parse(at) - MINUTE_MS).toISOString();
      const params = Client.patch({ workspaceId, clientId })
        .set({ lastActivityAt: at })
        .where(
          ({ lastActivityAt, destroyedAt }, { lt, notExists }) =>
            `${lt(lastActivityAt, aMinuteBefore)} AND ${notExists(destroyedAt)}`,
        )
        .params({ table });
      // The item comes back with the failed condition: a client that was touched just now, or a headstone.
      const failed = await unlessConditionFails(() =>
        client.send(
          new UpdateCommand({ ...params, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as never),
        ),
      );
      return !failed || (failed.Item !== undefined && failed.Item.destroyedAt === undefined);
    },
  };
}

/** A failed condition means that the work was done before: redelivery is a no-op. */
async function unlessConditionFails(
  send: () => Promise<unknown>,
): Promise<ConditionalCheckFailedException | null> {
  try {
    await send();
    return null;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return error;
    throw error;
  }
}
