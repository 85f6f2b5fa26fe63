import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { Page } from '#contracts/paging.ts';
import type { Proposal } from '#contracts/schemas/proposal.ts';
import type { DueRequirement, Requirements } from '#contracts/schemas/requirement.ts';
import { api, bodyOf } from '../session/api.ts';

/** The standards that rules propose to a client, and what was answered. */
export const proposalsOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'proposals', clientId],
    queryFn: async ({ signal }): Promise<Proposal[]> =>
      bodyOf(await api.proposals.list({ params: { workspaceId, clientId }, signal })).data,
  });

/** What is late or about to be by a day, at all clients that one sees. */
export const requirementsDue = (workspaceId: WorkspaceId, until: string) =>
  infiniteQueryOptions({
    queryKey: [workspaceId, 'requirements', 'due', until],
    queryFn: async ({ signal, pageParam }): Promise<Page<DueRequirement>> =>
      bodyOf(
        await api.requirements.due({
          params: { workspaceId },
          query: { until, ...(pageParam && { cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next,
  });

/** What a client has to meet, and how far it does today. */
export const requirementsOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'requirements', clientId],
    queryFn: async ({ signal }): Promise<Requirements> =>
      bodyOf(await api.requirements.list({ params: { workspaceId, clientId }, signal })),
  });
