import { ClientId, WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { Routing, RoutingChange } from '../schemas/routing.ts';

const ofClient = { workspaceId: WorkspaceId, clientId: ClientId };

export const routing = {
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/routing', {
    summary: 'Who of a client is written to about what, and who that is today',
    audience: 'staff',
    permission: 'stakeholders.view',
    feature: 'clients',
    needs: ['table.read'],
    params: ofClient,
    response: Routing,
    status: 200,
    budget: { calls: 4, rcu: 30, wcu: 0 },
  }),
  update: route('PUT /api/staff/workspaces/{workspaceId}/clients/{clientId}/routing', {
    summary: 'Change which roles of a client are written to about what',
    audience: 'staff',
    permission: 'stakeholders.manage',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: ofClient,
    body: RoutingChange,
    response: Routing,
    status: 200,
    budget: { calls: 5, rcu: 30, wcu: 40 },
  }),
} as const;
