import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import { useHere } from '../session/me.ts';
import { contactsOf } from './queries.ts';

interface Reading {
  /** Reads on until everybody is there, for what must offer or find them all. */
  all?: boolean;
  enabled?: boolean;
}

/** The people of a client as far as they are read; everything on the page that names them reads the same pages. */
export function useContacts(clientId: ClientId, { all = false, enabled = true }: Reading = {}) {
  const { workspaceId } = useHere();
  const query = useInfiniteQuery({ ...contactsOf(workspaceId, clientId), enabled });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (all && enabled && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [all, enabled, hasNextPage, isFetching, isError, fetchNextPage]);
  const people = useMemo(() => data?.pages.flatMap((page) => page.data), [data]);
  return { ...query, people };
}
