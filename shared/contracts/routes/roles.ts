import { WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { RoleChange, RoleCreate, RoleKey, RoleTable } from '../schemas/role.ts';

const workspace = { workspaceId: WorkspaceId };
const role = { ...workspace, role: RoleKey };

export const roles = {
  list: route('GET /api/staff/workspaces/{workspaceId}/roles', {
    summary: 'The roles and the keys each holds',
    audience: 'staff',
    permission: 'members.view',
    needs: ['table.read'],
    params: workspace,
    response: RoleTable,
    status: 200,
    budget: { calls: 2, rcu: 20, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/roles', {
    summary: 'Make a role of the workspace’s own',
    audience: 'staff',
    permission: 'roles.manage',
    feature: 'custom_roles',
    needs: ['table.read', 'table.write'],
    params: workspace,
    body: RoleCreate,
    ifMatch: true,
    response: RoleTable,
    status: 201,
    errors: ['escalation'],
    budget: { calls: 3, rcu: 21, wcu: 12 },
  }),
  update: route('PUT /api/staff/workspaces/{workspaceId}/roles/{role}', {
    summary: 'Change what a role holds; it counts from the next request of whoever has it',
    audience: 'staff',
    permission: 'roles.manage',
    feature: 'custom_roles',
    needs: ['table.read', 'table.write'],
    params: role,
    body: RoleChange,
    response: RoleTable,
    status: 200,
    errors: ['escalation'],
    budget: { calls: 3, rcu: 21, wcu: 12 },
  }),
  remove: route('DELETE /api/staff/workspaces/{workspaceId}/roles/{role}', {
    summary:
      'Remove a role, and give whoever holds it another one at once; of a built-in one, the changes made to it',
    audience: 'staff',
    permission: 'roles.manage',
    feature: 'custom_roles',
    needs: ['table.read', 'table.write'],
    params: role,
    query: {
      successor: RoleKey.optional().meta({
        description: 'The role that its members get; needed where there are any, and members.manage with it',
      }),
    },
    response: null,
    status: 204,
    errors: ['escalation', 'role_in_use'],
    // Ninety members, all in one transaction with the role.
    budget: { calls: 3, rcu: 21, wcu: 560 },
  }),
} as const;
