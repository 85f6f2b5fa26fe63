import type { ActorStamp } from '#contracts/actor.ts';
import type { BrandId, ClientId, ProjectId } from '#contracts/ids.ts';
import { committer, remove, update } from '../commit.ts';
import type { Db } from '../db.ts';
import { Rate } from '../entities/rate.ts';

/** Sorts behind whatever a hash begins with: the client's own rates end where those of its levels begin. */
const BEHIND = '~';
const BEFORE = '-';

/** The line of a position in a key: among the client's own, or among those of a brand or project. */
export const lineKey = (levelId: BrandId | ProjectId | null, positionHash: string) =>
  levelId ? `${BEHIND}${levelId}${BEHIND}${positionHash}` : positionHash;

/** Between which lines all rates of a level stand. */
export const linesOf = (
  levelId: BrandId | ProjectId | null,
): [{ positionHash: string }, { positionHash: string }] =>
  levelId
    ? [{ positionHash: lineKey(levelId, BEFORE) }, { positionHash: lineKey(levelId, BEHIND) }]
    : [{ positionHash: BEFORE }, { positionHash: BEHIND }];

const itemsOf = async (
  { client, table, workspaceId }: Db,
  clientId: ClientId,
  levelId: BrandId | ProjectId,
) => {
  const lines = Rate.query.ofHome({ workspaceId, home: `client#${clientId}` }).between(...linesOf(levelId));
  return (await lines.go({ client, table, consistent: true, pages: 'all' })).data;
};

/** The rates that were agreed for a brand or project. */
export const ratesOf = async (db: Db, clientId: ClientId, levelId: BrandId | ProjectId) =>
  (await itemsOf(db, clientId, levelId)).filter(({ deletedAt }) => !deletedAt);

/**
 * Removes the rates of a brand or project that was removed just now. Nobody reaches them any more, and nobody
 * adds one, since that needs a level that stands; each still tells the timeline that it goes, and by whom.
 */
export async function dropRates(
  db: Db,
  clientId: ClientId,
  levelId: BrandId | ProjectId,
  by: { updatedAt: string; updatedBy: ActorStamp },
): Promise<void> {
  const { client, table } = db;
  const { updatedAt, updatedBy } = by;
  const rates = await itemsOf(db, clientId, levelId);
  if (rates.length === 0) return;
  const commit = committer(client, table, null);
  const live = rates.filter(({ deletedAt }) => !deletedAt);
  const gone = live.map(({ version, ...rate }) =>
    update(
      Rate.patch(rate)
        .set({ version: version + 1, updatedAt, updatedBy, deletedAt: updatedAt })
        .params({ table }),
    ),
  );
  if (gone.length > 0) await commit(gone, null);
  await commit(
    rates.map((rate) => remove(Rate.delete(rate).params({ table }))),
    null,
  );
}
