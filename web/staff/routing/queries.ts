import { queryOptions } from '@tanstack/react-query';
import type { ClientId, ContactId, WorkspaceId } from '#contracts/ids.ts';
import type { Leaving, Routing } from '#contracts/schemas/routing.ts';
import { api, bodyOf } from '../session/api.ts';

/** Who of a client is written to about what, on a day; today without one. */
export const routingOf = (workspaceId: WorkspaceId, clientId: ClientId, on?: string) =>
  queryOptions({
    queryKey: [workspaceId, 'routing', clientId, ...(on ? [on] : [])],
    queryFn: async ({ signal }): Promise<Routing> =>
      bodyOf(await api.routing.get({ params: { workspaceId, clientId }, query: { on }, signal })),
  });

/** What is open with a contact who leaves. */
export const leavingOf = (workspaceId: WorkspaceId, clientId: ClientId, contactId: ContactId) =>
  queryOptions({
    queryKey: [workspaceId, 'routing', clientId, 'leaving', contactId],
    queryFn: async ({ signal }): Promise<Leaving> =>
      bodyOf(await api.routing.leaving({ params: { workspaceId, clientId, contactId }, signal })),
  });
