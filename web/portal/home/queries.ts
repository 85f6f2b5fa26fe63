import { queryOptions } from '@tanstack/react-query';
import type { Company } from '../session/me.ts';
import { api } from '../session/session.ts';

/** A company as its own people see it. */
export const companyQuery = ({ workspaceId, clientId }: Company) =>
  queryOptions({
    queryKey: ['company', workspaceId, clientId],
    queryFn: async ({ signal }) =>
      (await api.portal.company({ params: { workspaceId, clientId }, signal })).data,
  });
