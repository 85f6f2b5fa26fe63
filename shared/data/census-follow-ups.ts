import type { ClientId, FollowUpId, UserId, WorkspaceId } from '#contracts/ids.ts';
import { sameIndexes } from './census-indexes.ts';
import { FollowUp } from './entities/follow-up.ts';
import { fromItem, toItem } from './repositories/follow-ups.ts';

type Item = Record<string, unknown>;

/** What a census knows of what was promised to clients. */
export interface FollowUpCensus {
  followUps: Map<
    FollowUpId,
    { clientId: ClientId; version: number; tombstone: boolean; owedBy: UserId | '-' }
  >;
}

export const emptyFollowUps = (): FollowUpCensus => ({ followUps: new Map() });

type Taker = (
  census: FollowUpCensus & { strays: string[]; crooked: string[] },
  workspaceId: WorkspaceId,
  Item: Item,
) => void;

export const followUpTakers: Record<string, Taker> = {
  follow_up(census, workspaceId, Item) {
    const { data } = FollowUp.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const expected = toItem(workspaceId, fromItem(data), data.deletedAt);
    const params = FollowUp.create(expected).params<{ Item: Item }>({ table: '-' });
    if (!sameIndexes(Item, params.Item)) census.crooked.push(data.followUpId);
    const { clientId, version } = data;
    const tombstone = data.deletedAt !== undefined;
    census.followUps.set(data.followUpId, { clientId, version, tombstone, owedBy: expected.owedBy });
  },
};
