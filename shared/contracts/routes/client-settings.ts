import { ClientId, WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import {
  ClientDefaults,
  ClientDefaultsPatch,
  ClientSettings,
  ClientSettingsPatch,
} from '../schemas/client-settings.ts';

const workspace = { workspaceId: WorkspaceId };
const ofClient = { ...workspace, clientId: ClientId };

export const clientSettings = {
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/settings', {
    summary: 'The settings of a client as they hold, each with where it comes from',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: ofClient,
    response: ClientSettings,
    status: 200,
    budget: { calls: 7, rcu: 12, wcu: 0 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/clients/{clientId}/settings', {
    summary: 'Settle something for a client, or go back to what it inherits',
    audience: 'staff',
    permission: 'clients.manage_settings',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: ofClient,
    body: ClientSettingsPatch,
    response: ClientSettings,
    status: 200,
    budget: { calls: 8, rcu: 12, wcu: 60 },
  }),
  defaults: route('GET /api/staff/workspaces/{workspaceId}/client-defaults', {
    summary: 'The settings that hold for every client that says nothing else',
    audience: 'staff',
    permission: 'settings.manage',
    feature: 'clients',
    needs: ['table.read'],
    params: workspace,
    response: ClientDefaults,
    status: 200,
    budget: { calls: 1, rcu: 1, wcu: 0 },
  }),
  updateDefaults: route('PATCH /api/staff/workspaces/{workspaceId}/client-defaults', {
    summary: 'Settle something for every client that says nothing else',
    audience: 'staff',
    permission: 'settings.manage',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: workspace,
    body: ClientDefaultsPatch,
    response: ClientDefaults,
    status: 200,
    budget: { calls: 2, rcu: 1, wcu: 8 },
  }),
} as const;
