import { WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { List, ListChange, ListName, Lists } from '../schemas/list.ts';
import { WorkspacePatch, WorkspaceSettings } from '../schemas/workspace.ts';

const workspace = { workspaceId: WorkspaceId };

export const workspaceSettings = {
  get: route('GET /api/staff/workspaces/{workspaceId}/settings', {
    summary: 'What the workspace is called and where it is at home',
    audience: 'staff',
    permission: 'member',
    needs: ['table.read'],
    params: workspace,
    response: WorkspaceSettings,
    status: 200,
    budget: { calls: 1, rcu: 2, wcu: 0 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/settings', {
    summary: 'Change the workspace; its slug within a day of its founding',
    audience: 'staff',
    permission: 'settings.manage',
    needs: ['table.read', 'table.write', 'directory.change'],
    params: workspace,
    body: WorkspacePatch,
    response: WorkspaceSettings,
    status: 200,
    budget: { calls: 2, rcu: 2, wcu: 14 },
  }),
} as const;

export const lists = {
  list: route('GET /api/staff/workspaces/{workspaceId}/lists', {
    summary: 'The lists that forms offer',
    audience: 'staff',
    permission: 'member',
    needs: ['table.read'],
    params: workspace,
    response: Lists,
    status: 200,
    budget: { calls: 1, rcu: 12, wcu: 0 },
  }),
  update: route('PUT /api/staff/workspaces/{workspaceId}/lists/{list}', {
    summary: 'Change a list: labels, order, what is archived, what is new',
    audience: 'staff',
    permission: 'lists.manage',
    needs: ['table.read', 'table.write'],
    params: { ...workspace, list: ListName },
    body: ListChange,
    response: List,
    status: 200,
    budget: { calls: 2, rcu: 6, wcu: 40 },
  }),
} as const;
