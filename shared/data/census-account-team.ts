import type { AccountTeamId, ClientId, UserId, WorkspaceId } from '#contracts/ids.ts';
import { sameIndexes } from './census-indexes.ts';
import { AccountTeam } from './entities/account-team.ts';
import { fromItem, toItem } from './repositories/account-team.ts';

type Item = Record<string, unknown>;

/** What a census knows of who is on the team of which client. */
export interface AccountTeamCensus {
  places: Map<
    AccountTeamId,
    { clientId: ClientId; version: number; tombstone: boolean; heldBy: UserId | '-' }
  >;
}

export const emptyAccountTeams = (): AccountTeamCensus => ({ places: new Map() });

type Taker = (
  census: AccountTeamCensus & { strays: string[]; crooked: string[] },
  workspaceId: WorkspaceId,
  Item: Item,
) => void;

export const accountTeamTakers: Record<string, Taker> = {
  account_team(census, workspaceId, Item) {
    const { data } = AccountTeam.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const expected = toItem(workspaceId, fromItem(data), data.deletedAt);
    const params = AccountTeam.create(expected).params<{ Item: Item }>({ table: '-' });
    if (!sameIndexes(Item, params.Item)) census.crooked.push(data.placeId);
    const { clientId, version } = data;
    const tombstone = data.deletedAt !== undefined;
    census.places.set(data.placeId, { clientId, version, tombstone, heldBy: expected.heldBy });
  },
};
