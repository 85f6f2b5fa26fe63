import { BillingProfileId, ClientId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import { BillingProfile, BillingProfileCreate, BillingProfilePatch } from '../schemas/billing-profile.ts';

const ofClient = { workspaceId: WorkspaceId, clientId: ClientId };
const profile = { ...ofClient, profileId: BillingProfileId };

export const billingProfiles = {
  list: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/billing-profiles', {
    summary: 'The billing profiles of a client, oldest first',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: ofClient,
    query: pagingQuery,
    response: pageOf(BillingProfile),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 3, rcu: 20, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/billing-profiles', {
    summary: 'Add a billing profile to a client; the first becomes its default',
    audience: 'staff',
    permission: 'clients.update',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: ofClient,
    body: BillingProfileCreate,
    response: BillingProfile,
    status: 201,
    // Three companies above it, and what they say, where terms or currency are left to the settings.
    budget: { calls: 9, rcu: 14, wcu: 16 },
  }),
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/billing-profiles/{profileId}', {
    summary: 'Read one billing profile',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: profile,
    response: BillingProfile,
    status: 200,
    budget: { calls: 3, rcu: 4, wcu: 0 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/clients/{clientId}/billing-profiles/{profileId}', {
    summary: 'Change fields of a billing profile, or make it the default',
    audience: 'staff',
    permission: 'clients.update',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: profile,
    body: BillingProfilePatch,
    response: BillingProfile,
    status: 200,
    budget: { calls: 4, rcu: 4, wcu: 16 },
  }),
  remove: route(
    'DELETE /api/staff/workspaces/{workspaceId}/clients/{clientId}/billing-profiles/{profileId}',
    {
      summary: 'Remove a billing profile; the default one needs a successor while others are left',
      audience: 'staff',
      permission: 'clients.update',
      feature: 'clients',
      needs: ['table.read', 'table.write'],
      params: profile,
      query: { successor: BillingProfileId.optional() },
      response: null,
      status: 204,
      errors: ['successor_needed'],
      budget: { calls: 6, rcu: 5, wcu: 20 },
    },
  ),
} as const;
