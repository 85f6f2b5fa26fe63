import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ClientId, ContactId, WorkspaceId } from '#contracts/ids.ts';
import type { Contact, FoundPerson, RoleHistory } from '#contracts/schemas/contact.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

interface Rows {
  data: Contact[];
  page: { next: string | null };
}

/** The people of a client in the order they were added, page by page; `useContacts` reads on. */
export const contactsOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  infiniteQueryOptions({
    queryKey: [workspaceId, 'contacts', clientId],
    queryFn: async ({ pageParam, signal }): Promise<Rows> =>
      bodyOf(
        await api.contacts.list({
          params: { workspaceId, clientId },
          query: pageParam === null ? {} : { cursor: pageParam },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next,
  });

/** People of all clients by the beginning of their name. */
export const peopleNamed = (workspaceId: WorkspaceId, q: string, limit: number) =>
  queryOptions({
    queryKey: [workspaceId, 'contacts', 'named', q, limit],
    queryFn: async ({ signal }): Promise<FoundPerson[]> =>
      bodyOf(await api.contacts.search({ params: { workspaceId }, query: { q, limit }, signal })).data,
  });

/** After a change of a contact; who is primary stands on the client and on every list. */
export function refreshContacts(workspaceId: WorkspaceId, clientId: ClientId) {
  void queryClient.invalidateQueries({ queryKey: [workspaceId, 'clients'] });
  void queryClient.invalidateQueries({ queryKey: [workspaceId, 'routing', clientId] });
  return queryClient.invalidateQueries(contactsOf(workspaceId, clientId));
}

/** What a contact was from when to when. */
export const rolesOverTime = (workspaceId: WorkspaceId, clientId: ClientId, contactId: ContactId) =>
  queryOptions({
    queryKey: [workspaceId, 'contacts', clientId, contactId, 'roles'],
    queryFn: async ({ signal }): Promise<RoleHistory> =>
      bodyOf(await api.contacts.roles({ params: { workspaceId, clientId, contactId }, signal })),
  });

export const contactDetail = (workspaceId: WorkspaceId, clientId: ClientId, contactId: ContactId) =>
  queryOptions({
    queryKey: [workspaceId, 'contacts', clientId, contactId],
    queryFn: async ({ signal }): Promise<Contact> =>
      bodyOf(await api.contacts.get({ params: { workspaceId, clientId, contactId }, signal })),
    initialData: () =>
      queryClient
        .getQueryData(contactsOf(workspaceId, clientId).queryKey)
        ?.pages.flatMap(({ data }) => data)
        .find(({ id }) => id === contactId),
  });
