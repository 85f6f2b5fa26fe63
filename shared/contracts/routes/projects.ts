import { ClientId, ProjectId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import { Project, ProjectCreate, ProjectPatch } from '../schemas/project.ts';

const ofClient = { workspaceId: WorkspaceId, clientId: ClientId };
const project = { ...ofClient, projectId: ProjectId };

export const projects = {
  list: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/projects', {
    summary:
      'The projects of a client, oldest first; without projects.view_all those the asker is a member of',
    audience: 'staff',
    permission: 'projects.view',
    feature: 'projects',
    needs: ['table.read'],
    params: ofClient,
    query: pagingQuery,
    response: pageOf(Project),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 3, rcu: 60, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/projects', {
    summary: 'Begin a project for a client; its members see the client from then on',
    audience: 'staff',
    permission: 'projects.create',
    feature: 'projects',
    needs: ['table.read', 'table.write'],
    params: ofClient,
    body: ProjectCreate,
    response: Project,
    status: 201,
    errors: ['name_taken'],
    budget: { calls: 3, rcu: 4, wcu: 60 },
  }),
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/projects/{projectId}', {
    summary: 'Read one project',
    audience: 'staff',
    permission: 'projects.view',
    feature: 'projects',
    needs: ['table.read'],
    params: project,
    response: Project,
    status: 200,
    budget: { calls: 2, rcu: 3, wcu: 0 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/clients/{clientId}/projects/{projectId}', {
    summary: 'Change fields, members or status of a project; opening a closed one takes projects.reopen',
    audience: 'staff',
    permission: 'projects.update',
    feature: 'projects',
    needs: ['table.read', 'table.write'],
    params: project,
    body: ProjectPatch,
    response: Project,
    status: 200,
    errors: ['name_taken', 'invalid_transition'],
    budget: { calls: 5, rcu: 8, wcu: 80 },
  }),
  remove: route('DELETE /api/staff/workspaces/{workspaceId}/clients/{clientId}/projects/{projectId}', {
    summary: 'Delete a project; whom only it had linked to the client no longer sees the client',
    audience: 'staff',
    permission: 'projects.delete',
    feature: 'projects',
    needs: ['table.read', 'table.write'],
    params: project,
    response: null,
    status: 204,
    budget: { calls: 8, rcu: 35, wcu: 520 },
  }),
} as const;
