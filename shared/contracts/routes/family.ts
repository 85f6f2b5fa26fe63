import { ClientId, WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { Client, ClientCreate } from '../schemas/client.ts';
import { Family, ParentChange } from '../schemas/family.ts';

const ofClient = { workspaceId: WorkspaceId, clientId: ClientId };

export const family = {
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/family', {
    summary: 'The tree of clients that a client stands in, as far as the asker sees it',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: ofClient,
    response: Family,
    status: 200,
    // Who stands below each of fifty, read together level by level; it does not grow with the workspace.
    budget: { calls: 53, rcu: 160, wcu: 0 },
  }),
  setParent: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/parent', {
    summary: 'Move a client below another one, or make it stand alone; nobody sees more by it',
    audience: 'staff',
    permission: 'clients.update',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: ofClient,
    body: ParentChange,
    ifMatch: true,
    response: Client,
    status: 200,
    errors: ['hierarchy_cycle', 'hierarchy_limit'],
    budget: { calls: 6, rcu: 10, wcu: 60 },
  }),
  addBelow: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/subsidiaries', {
    summary: 'Create a client below another one; it starts as pending',
    audience: 'staff',
    permission: 'clients.create',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: ofClient,
    body: ClientCreate,
    response: Client,
    status: 201,
    errors: ['code_taken', 'hierarchy_limit'],
    budget: { calls: 6, rcu: 12, wcu: 30 },
  }),
} as const;
