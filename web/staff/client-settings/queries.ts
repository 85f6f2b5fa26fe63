import { queryOptions } from '@tanstack/react-query';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { ClientDefaults, ClientSettings } from '#contracts/schemas/client-settings.ts';
import { api, bodyOf } from '../session/api.ts';

/** The settings of a client as they hold. What is inherited changes elsewhere: read anew with every visit. */
export const settingsOfClient = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'client-settings', clientId],
    queryFn: async ({ signal }): Promise<ClientSettings> =>
      bodyOf(await api.clientSettings.get({ params: { workspaceId, clientId }, signal })),
    staleTime: 0,
  });

/** What holds for every client that says nothing else. */
export const clientDefaults = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [workspaceId, 'client-defaults'],
    queryFn: async ({ signal }): Promise<ClientDefaults> =>
      bodyOf(await api.clientSettings.defaults({ params: { workspaceId }, signal })),
  });
