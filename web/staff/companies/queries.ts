import { queryOptions } from '@tanstack/react-query';
import type { BrandId, ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { BillingProfile } from '#contracts/schemas/billing-profile.ts';
import type { Brand, BrandUses } from '#contracts/schemas/brand.ts';
import type { Family } from '#contracts/schemas/family.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

interface Rows<Row> {
  data: Row[];
  page: { next: string | null };
}

/** Who stands above and below a client. */
export const familyOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'family', clientId],
    queryFn: async ({ signal }): Promise<Family> =>
      bodyOf(await api.family.get({ params: { workspaceId, clientId }, signal })),
  });

/** The brands of a client, oldest first. More than a page of them is told, not shown. */
export const brandsOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'brands', clientId],
    queryFn: async ({ signal }): Promise<Rows<Brand>> =>
      bodyOf(await api.brands.list({ params: { workspaceId, clientId }, signal })),
  });

/** The billing profiles of a client, oldest first. More than a page of them is told, not shown. */
export const billingOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'billing', clientId],
    queryFn: async ({ signal }): Promise<Rows<BillingProfile>> =>
      bodyOf(await api.billingProfiles.list({ params: { workspaceId, clientId }, signal })),
  });

/** After a move: families of other clients changed as well. */
export const refreshFamilies = (workspaceId: WorkspaceId) =>
  queryClient.invalidateQueries({ queryKey: [workspaceId, 'family'] });

/** What hangs on a brand, and goes or changes with it. */
export const brandUsesOf = (workspaceId: WorkspaceId, clientId: ClientId, brandId: BrandId) =>
  queryOptions({
    queryKey: [workspaceId, 'brands', clientId, brandId, 'uses'],
    // Asked for right before a removal: what was so a minute ago may not be so now.
    staleTime: 0,
    gcTime: 0,
    queryFn: async ({ signal }): Promise<BrandUses> =>
      bodyOf(await api.brands.uses({ params: { workspaceId, clientId, brandId }, signal })),
  });
