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

/**
 * Removes the rates of a brand or project that was removed just now. Nobody reaches them any more, and nobody
 * adds one, since that needs a level that stands; each still tells the timeline that it goes, and by whom.
 */
export async function dropRates(
  { client, table, workspaceId }: Db,
  clientId: ClientId,
  levelId: BrandId | ProjectId,
  by: { updatedAt: string; updatedBy: ActorStamp },
): Promise<void> {
  const { updatedAt, updatedBy } = by;
  const { data: rates } = await Rate.query
    .ofHome({ workspaceId, home: `client#${clientId}` })
    .between(...linesOf(levelId))
    .go({ client, table, consistent: true, pages: 'all' });
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
