import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import { PAGE_SIZE } from '../paging.ts';
import { queryClient } from '../queryClient.ts';
import { useHere } from '../session/me.ts';
import type { ClientSearch } from './list-search.ts';
import { clientList } from './queries.ts';

/** Beside the lists and not among them: what changes a row has nothing to change here. */
const lastList = (workspaceId: WorkspaceId) => [workspaceId, 'last-client-list'] as const;

/** Remembers the list on screen as the one that records are opened from. */
export function useAsWalk(search: ClientSearch) {
  const { workspaceId } = useHere();
  useEffect(() => {
    queryClient.setQueryData(lastList(workspaceId), search);
  }, [workspaceId, search]);
}

interface Walk {
  /** Counted from 1 over all pages of the list. */
  position: number;
  total: number;
  /** There are further pages, whose number nobody has counted. */
  hasMore: boolean;
  before: ClientId | undefined;
  after: ClientId | undefined;
}

/** Where a record stands in the list it was opened from; undefined for one opened from elsewhere. */
export function useWalk(clientId: ClientId): Walk | undefined {
  const { workspaceId, can } = useHere();
  const { data: search } = useQuery<ClientSearch>({
    queryKey: lastList(workspaceId),
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const list = clientList(workspaceId, search ?? {}, !can('clients.view_all'));
  const { data: rows } = useQuery({ ...list, enabled: search !== undefined, staleTime: 60_000 });

  const at = rows && search ? rows.data.findIndex(({ id }) => id === clientId) : -1;
  if (!rows || at < 0) return undefined;
  const offset = (Number(search?.page ?? 1) - 1) * PAGE_SIZE;
  return {
    position: offset + at + 1,
    total: offset + rows.data.length,
    hasMore: rows.page.next !== null,
    before: rows.data[at - 1]?.id,
    after: rows.data[at + 1]?.id,
  };
}
