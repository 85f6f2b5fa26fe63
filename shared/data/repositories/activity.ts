import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { Refusal } from '#contracts/errors.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { ActivityEvent as Event } from '#contracts/schemas/activity.ts';
import type { ActivityReader, ActivityWriter } from '#domain/activity.ts';
import { LINKS_MOVED } from '#domain/clients.ts';
import { whileMoving } from '#domain/records.ts';
import { update } from '../commit.ts';
import type { Db } from '../db.ts';
import { Activity } from '../entities/activity.ts';
import { Client } from '../entities/client.ts';
import { ClientSight } from '../entities/client-sight.ts';
import { pageOptions, toPage } from './paging.ts';

const MINUTE_MS = 60_000;

/** Around whatever can have happened. */
const EVER = { from: '0000-01-01T00:00:00.000Z', to: '9999-12-31T23:59:59.999Z' };

/** An instant as entries are kept by: to the millisecond, so that two of them compare as text. */
const stored = (at: string) => new Date(at).toISOString();

export function activityRepository({
  client,
  table,
  workspaceId,
  commit,
}: Db): ActivityReader & ActivityWriter {
  const keyOf = (clientId: ClientId, event: Event, version: number) => ({
    workspaceId,
    clientId,
    at: event.at,
    order: String(version).padStart(10, '0'),
    eventId: event.id,
  });

  return {
    /** The timeline of a client, of a type, of somebody: newest first, each from an index of its own. */
    async ofClient(clientId, { type, actor: actorId, from, to }, page) {
      const place = { workspaceId, clientId };
      const options = { client, table, ...pageOptions(page), order: 'desc' } as const;
      const span = [{ at: stored(from ?? EVER.from) }, { at: stored(to ?? EVER.to) }] as const;
      const answer = await (type && actorId
        ? Activity.query
            .byTypeAndActor({ ...place, type, actorId })
            .between(...span)
            .go(options)
        : type
          ? Activity.query
              .byType({ ...place, type })
              .between(...span)
              .go(options)
          : actorId
            ? Activity.query
                .byActor({ ...place, actorId })
                .between(...span)
                .go(options)
            : Activity.query
                .byClient(place)
                .between(...span)
                .go(options));
      return toPage<{ row: Event }, Event>(answer, ({ row }) => row);
    },

    async append(clientId, event, version) {
      const params = Activity.create({
        ...keyOf(clientId, event, version),
        type: event.type,
        actorId: event.actor.id,
        row: event,
      }).params({ table });
      await unlessConditionFails(() => client.send(new PutCommand(params as never)));
    },

    async withdraw(clientId, event, version) {
      const params = Activity.delete(keyOf(clientId, event, version)).params({ table });
      await client.send(new DeleteCommand(params as never));
    },

    async touch(clientId, at) {
      const aMinuteBefore = new Date(Date.parse(at) - MINUTE_MS).toISOString();
      return whileMoving(LINKS_MOVED, async () => {
        const { data: found } = await Client.get({ workspaceId, clientId }).go({
          client,
          table,
          consistent: true,
        });
        if (!found || found.destroyedAt) return false;
        if (found.lastActivityAt >= aMinuteBefore) return true;
        const sights = found.linkedIds.map((userId) =>
          ClientSight.patch({ workspaceId, clientId, userId }).set({ lastActivityAt: at }),
        );
        const touched = Client.patch({ workspaceId, clientId })
          .set({ lastActivityAt: at })
          .where(
            ({ lastActivityAt, linkedIds }, { eq }) =>
              `${eq(lastActivityAt, found.lastActivityAt)} AND ${eq(linkedIds, found.linkedIds)}`,
          );
        const moved = () => new Refusal('version_conflict', { internal: LINKS_MOVED });
        await commit(
          [
            update(touched.params({ table }), moved),
            ...sights.map((sight) => update(sight.params({ table }))),
          ],
          null,
        );
        return true;
      });
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
