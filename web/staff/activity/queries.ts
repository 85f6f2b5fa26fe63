import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { daysAfter } from '#contracts/days.ts';
import type { EventType } from '#contracts/events.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { Activity } from '#contracts/schemas/activity.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

interface Newest {
  etag: string | null;
  data: Activity[];
  next: string | null;
}

const POLL_MS = 2000;

/** Which entries are wanted. */
export interface Filter {
  type?: EventType | undefined;
  /** Id of whoever did it. */
  actor?: string | undefined;
  /** The first and the last day of it, where the reader is. */
  from?: string | undefined;
  to?: string | undefined;
}

/** What the API is asked: days begin and end where the reader is, which only he knows. */
const asked = ({ from, to, ...filter }: Filter) => ({
  ...filter,
  ...(from && { from: new Date(`${from}T00:00:00`).toISOString() }),
  ...(to && { to: new Date(`${daysAfter(to, 1)}T00:00:00`).toISOString() }),
});

const everything: Filter = {};

/**
 * The newest entries, asked for again every other second while somebody looks. The server answers 304 as long
 * as nothing happened, and what is on screen stays the very same object.
 */
export function newestActivity(workspaceId: WorkspaceId, clientId: ClientId, filter: Filter = everything) {
  const queryKey = [workspaceId, 'activity', clientId, 'newest', filter] as const;
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<Newest> => {
      const known = queryClient.getQueryData<Newest>(queryKey);
      const answer = await api.activity.ofClient({
        params: { workspaceId, clientId },
        query: asked(filter),
        ifNoneMatch: known?.etag ?? undefined,
        signal,
      });
      if (answer.data === null && known) return known;
      const { data, page } = bodyOf(answer);
      return { etag: answer.etag, data, next: page.next };
    },
    refetchInterval: POLL_MS,
    refetchOnWindowFocus: 'always',
    staleTime: 0,
  });
}

/** Older entries behind a cursor of the newest page. */
export const olderActivity = (
  workspaceId: WorkspaceId,
  clientId: ClientId,
  filter: Filter,
  first: string | null,
) =>
  infiniteQueryOptions({
    queryKey: [workspaceId, 'activity', clientId, 'older', filter, first],
    queryFn: async ({ pageParam, signal }) =>
      bodyOf(
        await api.activity.ofClient({
          params: { workspaceId, clientId },
          query: { ...asked(filter), cursor: pageParam },
          signal,
        }),
      ),
    initialPageParam: first ?? '',
    getNextPageParam: ({ page }) => page.next,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
