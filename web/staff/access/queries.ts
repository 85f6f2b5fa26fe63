import { queryOptions } from '@tanstack/react-query';
import type { ClientId, UserId, WorkspaceId } from '#contracts/ids.ts';
import type { Permission } from '#contracts/permissions.ts';
import type { Explanation } from '#contracts/schemas/access.ts';
import { api, bodyOf } from '../session/api.ts';

/** What is asked: may somebody, oneself unless named, do this, perhaps with this client. */
export interface Question {
  action: Permission;
  subject?: UserId | undefined;
  record?: ClientId | undefined;
}

/** Why, or why not. Never kept: the person who asks has just changed something, or had it changed. */
export const explanationOf = (workspaceId: WorkspaceId, question: Question) =>
  queryOptions({
    queryKey: [workspaceId, 'access', question],
    queryFn: async ({ signal }): Promise<Explanation> =>
      bodyOf(await api.access.explain({ params: { workspaceId }, query: { ...question }, signal })),
    staleTime: 0,
  });
