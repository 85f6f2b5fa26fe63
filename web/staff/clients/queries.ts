import { queryOptions } from '@tanstack/react-query';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { Client, ClientCounts, ClientRow, TrashRow } from '#contracts/schemas/client.ts';
import type { List } from '#contracts/schemas/list.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { type ClientSearch, filterIn, sortsFor } from './list-search.ts';

interface Rows<Row = ClientRow> {
  data: Row[];
  page: { next: string | null; looked?: number | undefined };
}

const keys = {
  all: (workspaceId: WorkspaceId) => [workspaceId, 'clients'] as const,
  lists: (workspaceId: WorkspaceId) => [workspaceId, 'clients', 'list'] as const,
};

/** One page of the list as its address describes it. */
export function clientList(workspaceId: WorkspaceId, search: ClientSearch, ownOnly: boolean) {
  const { sort, cursor } = search;
  const query = {
    ...filterIn(search),
    sort: sort && sortsFor(search, ownOnly).includes(sort) ? sort : undefined,
    cursor,
  };
  return queryOptions({
    queryKey: [...keys.lists(workspaceId), query],
    queryFn: async ({ signal }): Promise<Rows> =>
      bodyOf(await api.clients.list({ params: { workspaceId }, query, signal })),
  });
}

/** The first few clients whose name begins like this, for search and for warnings of duplicates. */
export const clientsByName = (workspaceId: WorkspaceId, q: string, limit: number) =>
  queryOptions({
    queryKey: [...keys.lists(workspaceId), 'by-name', q, limit],
    queryFn: async ({ signal }): Promise<Rows> =>
      bodyOf(await api.clients.list({ params: { workspaceId }, query: { q, limit }, signal })),
    enabled: q !== '',
  });

export const clientCounts = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [...keys.all(workspaceId), 'counts'],
    queryFn: async ({ signal }): Promise<ClientCounts> =>
      bodyOf(await api.clients.counts({ params: { workspaceId }, signal })),
  });

export const clientDetail = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [...keys.all(workspaceId), 'detail', clientId],
    queryFn: async ({ signal }): Promise<Client> =>
      bodyOf(await api.clients.get({ params: { workspaceId, clientId }, signal })),
  });

/** The lists that the workspace keeps for its forms. */
export const workspaceLists = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [workspaceId, 'lists'],
    queryFn: async ({ signal }): Promise<List[]> =>
      bodyOf(await api.lists.list({ params: { workspaceId }, signal })).data,
  });

export const codeSuggestion = (workspaceId: WorkspaceId, name: string) =>
  queryOptions({
    queryKey: [...keys.all(workspaceId), 'code', name],
    queryFn: async ({ signal }) =>
      bodyOf(await api.clients.suggestCode({ params: { workspaceId }, query: { name }, signal })),
    enabled: name !== '',
  });

export const clientTrash = (workspaceId: WorkspaceId, cursor: string | undefined) =>
  queryOptions({
    queryKey: [...keys.all(workspaceId), 'trash', cursor],
    queryFn: async ({ signal }): Promise<Rows<TrashRow>> =>
      bodyOf(await api.clients.trash({ params: { workspaceId }, query: { cursor }, signal })),
  });

/** Lists, counts and the trash are read anew; records on screen stay as they were just answered. */
export const refreshLists = (workspaceId: WorkspaceId) =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) =>
      queryKey[0] === workspaceId && queryKey[1] === 'clients' && queryKey[2] !== 'detail',
  });

/** A record that the server has just answered, for every place that shows it. */
export function keepClient(workspaceId: WorkspaceId, client: Client) {
  queryClient.setQueryData(clientDetail(workspaceId, client.id).queryKey, client);
  // The rows on screen learn the new version now: the next change must not wait for the lists to be read.
  updateRows(workspaceId, client.id, (row) => {
    const fresh = Object.entries(client).filter(([field]) => field in row);
    return { ...row, ...Object.fromEntries(fresh) };
  });
  void refreshLists(workspaceId);
}

/** Changes a client's row in every list that is held. */
function updateRows(workspaceId: WorkspaceId, clientId: ClientId, change: (row: ClientRow) => ClientRow) {
  // A read that began before the change would bring the old row back.
  void queryClient.cancelQueries({ queryKey: keys.lists(workspaceId) });
  queryClient.setQueriesData<Rows>({ queryKey: keys.lists(workspaceId) }, (old) => {
    if (!old) return old;
    return { ...old, data: old.data.map((row) => (row.id === clientId ? change(row) : row)) };
  });
}

type Shown = Pick<ClientRow, 'status'>;

/** Shows a change before the server has agreed; the returned function takes it back. */
export function showChange(workspaceId: WorkspaceId, clientId: ClientId, change: Shown): () => void {
  const detail = clientDetail(workspaceId, clientId).queryKey;
  const before = queryClient.getQueryData(detail);
  const lists = queryClient.getQueriesData<Rows>({ queryKey: keys.lists(workspaceId) });
  queryClient.setQueryData(detail, (old) => old && { ...old, ...change });
  updateRows(workspaceId, clientId, (row) => ({ ...row, ...change }));
  return () => {
    if (before) queryClient.setQueryData(detail, before);
    for (const [key, rows] of lists) queryClient.setQueryData(key, rows);
  };
}
