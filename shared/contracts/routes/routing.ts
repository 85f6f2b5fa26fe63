import * as z from 'zod';
import { ClientId, ContactId, WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { Leaving, Routing, RoutingChange } from '../schemas/routing.ts';

const ofClient = { workspaceId: WorkspaceId, clientId: ClientId };

export const routing = {
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/routing', {
    summary: 'Who of a client is written to about what, and who that is on a day',
    audience: 'staff',
    permission: 'stakeholders.view',
    feature: 'clients',
    needs: ['table.read'],
    params: ofClient,
    query: {
      on: z.iso
        .date()
        .optional()
        .meta({ description: 'Today where the client is, unless said; not a day before it' }),
    },
    response: Routing,
    status: 200,
    budget: { calls: 5, rcu: 30, wcu: 0 },
  }),
  leaving: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/contacts/{contactId}/leaving', {
    summary: 'What is open with a contact, to be given to others before it leaves',
    audience: 'staff',
    permission: 'stakeholders.view',
    feature: 'clients',
    needs: ['table.read'],
    params: { ...ofClient, contactId: ContactId },
    response: Leaving,
    status: 200,
    budget: { calls: 5, rcu: 30, wcu: 0 },
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
    budget: { calls: 6, rcu: 30, wcu: 40 },
  }),
} as const;
