import { queryOptions } from '@tanstack/react-query';
import type { ClientId, ContactId, WorkspaceId } from '#contracts/ids.ts';
import type { Contact, RoleHistory } from '#contracts/schemas/contact.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

/** The people of a client, in the order they were added. More than a page of them is told, not shown. */
export const contactsOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'contacts', clientId],
    queryFn: async ({ signal }): Promise<{ data: Contact[]; page: { next: string | null } }> =>
      bodyOf(await api.contacts.list({ params: { workspaceId, clientId }, signal })),
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
        ?.data.find(({ id }) => id === contactId),
  });
