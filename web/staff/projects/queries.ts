import { queryOptions } from '@tanstack/react-query';
import type { ClientId, ProjectId, WorkspaceId } from '#contracts/ids.ts';
import type { Project } from '#contracts/schemas/project.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

interface Rows {
  data: Project[];
  page: { next: string | null };
}

const keyOf = (workspaceId: WorkspaceId, clientId: ClientId) => [workspaceId, 'projects', clientId] as const;

/** One page of the projects of a client, oldest first. */
export const projectsOf = (workspaceId: WorkspaceId, clientId: ClientId, cursor?: string) =>
  queryOptions({
    queryKey: [...keyOf(workspaceId, clientId), 'list', cursor],
    queryFn: async ({ signal }): Promise<Rows> =>
      bodyOf(await api.projects.list({ params: { workspaceId, clientId }, query: { cursor }, signal })),
  });

export const projectDetail = (workspaceId: WorkspaceId, clientId: ClientId, projectId: ProjectId) =>
  queryOptions({
    queryKey: [...keyOf(workspaceId, clientId), 'detail', projectId],
    queryFn: async ({ signal }): Promise<Project> =>
      bodyOf(await api.projects.get({ params: { workspaceId, clientId, projectId }, signal })),
    initialData: () =>
      queryClient
        .getQueriesData<Rows>({ queryKey: [...keyOf(workspaceId, clientId), 'list'] })
        .flatMap(([, rows]) => rows?.data ?? [])
        .find(({ id }) => id === projectId),
  });

/** After a change of a project. Its members see the client, so the lists of clients may be others now. */
export function refreshProjects(workspaceId: WorkspaceId, clientId: ClientId) {
  void queryClient.invalidateQueries({ queryKey: [workspaceId, 'clients'] });
  return queryClient.invalidateQueries({ queryKey: keyOf(workspaceId, clientId) });
}
