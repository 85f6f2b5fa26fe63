import { BrandId, ClientId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import { AloneChoice, Brand, BrandCreate, BrandPatch, BrandUses } from '../schemas/brand.ts';

const ofClient = { workspaceId: WorkspaceId, clientId: ClientId };
const brand = { ...ofClient, brandId: BrandId };

export const brands = {
  list: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/brands', {
    summary: 'The brands of a client, oldest first',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: ofClient,
    query: pagingQuery,
    response: pageOf(Brand),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 2, rcu: 20, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/brands', {
    summary: 'Add a brand to a client',
    audience: 'staff',
    permission: 'clients.update',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: ofClient,
    body: BrandCreate,
    response: Brand,
    status: 201,
    errors: ['name_taken'],
    budget: { calls: 2, rcu: 2, wcu: 16 },
  }),
  get: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/brands/{brandId}', {
    summary: 'Read one brand',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: brand,
    response: Brand,
    status: 200,
    budget: { calls: 2, rcu: 3, wcu: 0 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/clients/{clientId}/brands/{brandId}', {
    summary: 'Change fields of a brand',
    audience: 'staff',
    permission: 'clients.update',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: brand,
    body: BrandPatch,
    response: Brand,
    status: 200,
    errors: ['name_taken'],
    budget: { calls: 3, rcu: 3, wcu: 20 },
  }),
  remove: route('DELETE /api/staff/workspaces/{workspaceId}/clients/{clientId}/brands/{brandId}', {
    summary: 'Remove a brand with its rules and rates; its name becomes free',
    audience: 'staff',
    permission: 'clients.update',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: brand,
    query: {
      alone: AloneChoice.optional().meta({
        description: 'What becomes of people who stand for this brand alone; needed where there are any',
      }),
    },
    response: null,
    status: 204,
    errors: ['brand_in_use', 'successor_needed'],
    budget: { calls: 11, rcu: 50, wcu: 520 },
  }),
  uses: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/brands/{brandId}/uses', {
    summary: 'What hangs on a brand, and is changed or goes when it is removed',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: brand,
    response: BrandUses,
    status: 200,
    budget: { calls: 5, rcu: 40, wcu: 0 },
  }),
} as const;
