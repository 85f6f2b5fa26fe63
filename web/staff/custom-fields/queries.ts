import { queryOptions } from '@tanstack/react-query';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { CustomFields, CustomValues } from '#contracts/schemas/custom-field.ts';
import { api, bodyOf } from '../session/api.ts';

/** The fields that the workspace added to its clients. */
export const customFieldsOf = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: [workspaceId, 'custom-fields'],
    queryFn: async ({ signal }): Promise<CustomFields> =>
      bodyOf(await api.customFields.list({ params: { workspaceId }, signal })),
  });

/** What a client has of them. */
export const customValuesOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'custom-fields', clientId],
    queryFn: async ({ signal }): Promise<CustomValues> =>
      bodyOf(await api.customFields.get({ params: { workspaceId, clientId }, signal })),
  });
