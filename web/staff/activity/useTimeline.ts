import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { Activity } from '#contracts/schemas/activity.ts';
import { useHere } from '../session/me.ts';
import { type Filter, olderActivity } from './queries.ts';
import { useNewest } from './useNewest.ts';

type Known = Readonly<Record<string, Activity>>;

const byTime = (a: Activity, b: Activity) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id);

/**
 * The timeline as far as it was read: what happens now at its head, older pages at its foot. Entries that newer
 * ones push off the first page stay, so that nothing is missing between the two.
 */
export function useTimeline(clientId: ClientId, filter: Filter) {
  const { workspaceId } = useHere();
  const newest = useNewest(clientId, filter);
  const [known, setKnown] = useState<Known>({});
  const [foot, setFoot] = useState<string | null>();
  const older = useInfiniteQuery(olderActivity(workspaceId, clientId, filter, foot ?? null));
  const { data } = newest;

  useEffect(() => {
    if (!data) return;
    setKnown((before) => ({ ...before, ...Object.fromEntries(data.data.map((entry) => [entry.id, entry])) }));
    setFoot((before) => (before === undefined ? data.next : before));
  }, [data]);

  const pages = older.data?.pages.flatMap((page) => page.data) ?? [];
  const all = { ...known, ...Object.fromEntries(pages.map((entry) => [entry.id, entry])) };
  const hasMore = foot !== null && foot !== undefined && (older.data === undefined || older.hasNextPage);
  return {
    ...newest,
    entries: newest.entries && Object.values(all).sort(byTime),
    hasMore,
    isReading: older.isFetching,
    readMore: () => void (older.data ? older.fetchNextPage() : older.refetch()),
  };
}
