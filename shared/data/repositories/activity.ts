import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { ActivityReader, ActivityWriter } from '#domain/activity.ts';
import type { Db } from '../db.ts';
import { Activity } from '../entities/activity.ts';
import { Client } from '../entities/client.ts';
import { pageOptions, toPage } from './paging.ts';

const MINUTE_MS = 60_000;

export function activityRepository({ client, table, workspaceId }: Db): ActivityReader & ActivityWriter {
  return {
    /** The timeline of a client, newest first. */
    async ofClient(clientId, page) {
      const answer = await Activity.query
        .byClient({ workspaceId, clientId })
        .go({ client, table, ...pageOptions(page), order: 'desc' });
      return toPage(answer, ({ event }) => event);
    },

    async append(clientId, event, version) {
      const order = String(version).padStart(10, '0');
      const params = Activity.create({
        workspaceId,
        clientId,
        at: event.at,
        order,
        eventId: event.id,
        event,
      }).params({
        table,
      });
      await unlessConditionFails(() => client.send(new PutCommand(params as never)));
    },

    async touch(clientId, at) {
      const aMinuteBefore = new Date(Date.parse(at) - MINUTE_MS).toISOString();
      const params = Client.patch({ workspaceId, clientId })
        .set({ lastActivityAt: at })
        .where(({ lastActivityAt }, { lt }) => lt(lastActivityAt, aMinuteBefore))
        .params({ table });
      await unlessConditionFails(() => client.send(new UpdateCommand(params as never)));
    },
  };
}

/** A failed condition means that the work was done before: redelivery is a no-op. */
async function unlessConditionFails(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
