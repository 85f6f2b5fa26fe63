import { ClientId, WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { Client } from '../schemas/client.ts';
import { Family, ParentChange } from '../schemas/family.ts';

const ofClient = { workspaceId: WorkspaceId, clientId: ClientId };

export const family = {
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/family', {
    summary: 'The clients directly above and below a client, as far as the asker sees them',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: ofClient,
    response: Family,
    status: 200,
    budget: { calls: 4, rcu: 100, wcu: 0 },
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
} as const;
