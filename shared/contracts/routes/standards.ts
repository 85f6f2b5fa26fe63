import { WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { Standard, StandardCreate, StandardKey, StandardPatch, Standards } from '../schemas/standard.ts';

const workspace = { workspaceId: WorkspaceId };
const standard = { ...workspace, standardKey: StandardKey };

/** What clients may have to meet: part of the lists that forms offer, and guarded like them. */
export const standards = {
  list: route('GET /api/staff/workspaces/{workspaceId}/standards', {
    summary: 'The standards of the workspace by key, archived ones too',
    audience: 'staff',
    permission: 'member',
    feature: 'compliance',
    needs: ['table.read'],
    params: workspace,
    response: Standards,
    status: 200,
    budget: { calls: 1, rcu: 60, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/standards', {
    summary: 'Add a standard under a key that never changes',
    audience: 'staff',
    permission: 'lists.manage',
    feature: 'compliance',
    needs: ['table.read', 'table.write'],
    params: workspace,
    body: StandardCreate,
    response: Standard,
    status: 201,
    errors: ['name_taken'],
    budget: { calls: 3, rcu: 70, wcu: 20 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/standards/{standardKey}', {
    summary: 'Change or archive a standard',
    audience: 'staff',
    permission: 'lists.manage',
    feature: 'compliance',
    needs: ['table.read', 'table.write'],
    params: standard,
    body: StandardPatch,
    response: Standard,
    status: 200,
    budget: { calls: 3, rcu: 12, wcu: 20 },
  }),
  remove: route('DELETE /api/staff/workspaces/{workspaceId}/standards/{standardKey}', {
    summary: 'Delete a standard that no client has; one in use is archived instead',
    audience: 'staff',
    permission: 'lists.manage',
    feature: 'compliance',
    needs: ['table.read', 'table.write'],
    params: standard,
    response: null,
    status: 204,
    errors: ['standard_in_use'],
    budget: { calls: 2, rcu: 2, wcu: 10 },
  }),
} as const;
