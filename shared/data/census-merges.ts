import type { ClientId, MergeId, WorkspaceId } from '#contracts/ids.ts';
import type { MergeState } from '#contracts/merging.ts';
import { Merge } from './entities/merge.ts';

type Item = Record<string, unknown>;

interface CountedMerge {
  clientId: ClientId;
  loserId: ClientId;
  version: number;
  state: MergeState;
  tombstone: false;
}

/** What a census knows of merges: their records, and what hangs on which client. */
export interface MergeCensus {
  mergeRecords: Map<MergeId, CountedMerge>;
}

export const emptyMerges = (): MergeCensus => ({ mergeRecords: new Map() });

type Taker = (census: MergeCensus & { strays: string[] }, workspaceId: WorkspaceId, Item: Item) => void;

export const mergeTakers: Record<string, Taker> = {
  merge(census, _, Item) {
    const { data } = Merge.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { clientId, loserId, version, state, mergeId } = data;
    census.mergeRecords.set(mergeId, { clientId, loserId, version, state, tombstone: false });
  },
};
