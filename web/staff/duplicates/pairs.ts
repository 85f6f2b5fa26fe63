import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query';
import type { PairQueue } from '#contracts/duplicate-signs.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { DuplicatePair } from '#contracts/schemas/duplicate.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

/** Pairs of a queue, the likeliest first, page by page. */
export const duplicatePairs = (workspaceId: WorkspaceId, queue: PairQueue) =>
  infiniteQueryOptions({
    queryKey: [workspaceId, 'clients', 'pairs', queue],
    queryFn: async ({ pageParam, signal }) =>
      bodyOf(
        await api.duplicates.list({
          params: { workspaceId },
          query: { queue, ...(pageParam !== null && { cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next,
  });

/** What tells a pair from others. */
export const pairKey = ({ clients: [one, other] }: DuplicatePair): string => `${one.id} ${other.id}`;

type Pages = InfiniteData<{ data: DuplicatePair[]; page: { next: string | null } }>;

/** Takes a pair off the screen before the server has agreed. */
export function takeOut(workspaceId: WorkspaceId, pair: DuplicatePair): void {
  const queryKey = [workspaceId, 'clients', 'pairs'];
  void queryClient.cancelQueries({ queryKey });
  queryClient.setQueriesData<Pages>({ queryKey }, (old) => {
    if (!old) return old;
    const without = (data: DuplicatePair[]) => data.filter((one) => pairKey(one) !== pairKey(pair));
    return { ...old, pages: old.pages.map((page) => ({ ...page, data: without(page.data) })) };
  });
}

export const refreshPairs = (workspaceId: WorkspaceId) =>
  queryClient.invalidateQueries({ queryKey: [workspaceId, 'clients', 'pairs'] });
