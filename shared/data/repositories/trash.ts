import type { TrashReader, TrashWriter } from '#domain/trash.ts';
import type { Db } from '../db.ts';
import { Client as Entity } from '../entities/client.ts';
import { keptFromItem, transition } from './clients.ts';
import { leaveParent } from './family.ts';
import { pageOptions, toPage } from './paging.ts';

const DAY_MS = 24 * 60 * 60_000;
const dayAfter = (day: string) => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

export function trashRepository(db: Db): TrashReader & TrashWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };

  return {
    /** One client by id in any state, strongly consistent. */
    async kept(clientId) {
      const { data } = await Entity.get({ workspaceId, clientId }).go({ ...at, consistent: true });
      return data ? keptFromItem(data) : null;
    },

    /** Clients that the purge is to look at, longest due first: one query of an index that only they are in. */
    async due(day, page) {
      const answer = await Entity.query
        .byDue({ workspaceId })
        // Keys go on behind the day, so that all of this day are below the next one.
        .lt({ dueOn: dayAfter(day) })
        .go({ ...at, ...pageOptions(page) });
      return toPage(answer, ({ row }) => row.id);
    },

    async destroy(before, headstone) {
      await db.commit([...transition(db, before, headstone), ...leaveParent(db, before)], null);
    },
  };
}
