import { ClientId, WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import {
  CustomFields,
  CustomFieldsChange,
  CustomValues,
  CustomValuesPatch,
} from '../schemas/custom-field.ts';

const workspace = { workspaceId: WorkspaceId };
const ofClient = { ...workspace, clientId: ClientId };

export const customFields = {
  list: route('GET /api/staff/workspaces/{workspaceId}/custom-fields', {
    summary: 'The fields that the workspace added to its clients, in their order',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: workspace,
    response: CustomFields,
    status: 200,
    budget: { calls: 1, rcu: 6, wcu: 0 },
  }),
  update: route('PUT /api/staff/workspaces/{workspaceId}/custom-fields', {
    summary: 'Change the fields: labels, order, options, what is required, archived or new',
    audience: 'staff',
    permission: 'settings.manage',
    feature: 'clients',
    needs: ['table.read', 'table.write', 'jobs.send'],
    params: workspace,
    body: CustomFieldsChange,
    response: CustomFields,
    status: 200,
    budget: { calls: 2, rcu: 6, wcu: 60 },
  }),
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/custom-fields', {
    summary: 'What a client has of the workspace’s own fields',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: ofClient,
    response: CustomValues,
    status: 200,
    budget: { calls: 3, rcu: 20, wcu: 0 },
  }),
  change: route('PATCH /api/staff/workspaces/{workspaceId}/clients/{clientId}/custom-fields', {
    summary: 'Change what a client has of the workspace’s own fields; null empties one',
    audience: 'staff',
    permission: 'clients.update',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: ofClient,
    body: CustomValuesPatch,
    response: CustomValues,
    status: 200,
    errors: ['value_taken'],
    budget: { calls: 7, rcu: 40, wcu: 90 },
  }),
} as const;
