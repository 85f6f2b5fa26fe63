import { queryOptions } from '@tanstack/react-query';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import { api } from './session.ts';

/** Who is signed in, and for which companies. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await api.portal.me({ signal })).data,
});

/** The chosen company as its own people see it. */
export const companyQuery = (params: { workspaceId: WorkspaceId; clientId: ClientId }) =>
  queryOptions({
    queryKey: ['company', params],
    queryFn: async ({ signal }) => (await api.portal.company({ params, signal })).data,
  });
