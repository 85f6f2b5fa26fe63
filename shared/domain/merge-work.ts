import type { ClientId, MergeId } from '#contracts/ids.ts';
import type { KeptMerge } from './merge-store.ts';

/** What a worker alone does with a merge. Every step may be repeated, and two may be at it at once. */
export interface MergeStore {
  get(clientId: ClientId, mergeId: MergeId): Promise<KeptMerge | null>;
  /** Moves what there is to move, as long as there is time; false when there was nothing. */
  move(merge: KeptMerge, hasTime: () => boolean): Promise<boolean>;
  /** Moves back what there is to move back; false when there was nothing. */
  takeBack(merge: KeptMerge, hasTime: () => boolean): Promise<boolean>;
  /** Marks that all is where it belongs. */
  finish(merge: KeptMerge): Promise<void>;
}

/**
 * Goes on with a merge wherever it stands. A merge that has ended is looked through once more: what was begun
 * before it and came after it is taken along, too.
 * @returns false when time ran out before the end: the job is to be sent again
 */
export async function proceed(
  store: MergeStore,
  { clientId, mergeId }: { clientId: ClientId; mergeId: MergeId },
  hasTime: () => boolean,
): Promise<boolean> {
  while (hasTime()) {
    const merge = await store.get(clientId, mergeId);
    if (!merge || merge.state === 'undone') return true;
    const step = merge.state === 'undoing' ? store.takeBack : store.move;
    if (await step(merge, hasTime)) continue;
    await store.finish(merge);
    return true;
  }
  return false;
}
