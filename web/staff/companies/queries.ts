import { queryOptions } from '@tanstack/react-query';
import type { BrandId, ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { BillingProfile } from '#contracts/schemas/billing-profile.ts';
import type { Brand, BrandUses } from '#contracts/schemas/brand.ts';
import type { Family } from '#contracts/schemas/family.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

/** All rows of a list whose answers come in pages, one after the other. */
async function allOf<Row>(
  read: (cursor: string | undefined) => Promise<{ data: Row[]; page: { next: string | null } }>,
): Promise<{ data: Row[] }> {
  const data: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    data.push(...page.data);
    cursor = page.page.next ?? undefined;
  } while (cursor !== undefined);
  return { data };
}

/** The tree that a client stands in. */
export const familyOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'family', clientId],
    queryFn: async ({ signal }): Promise<Family> =>
      bodyOf(await api.family.get({ params: { workspaceId, clientId }, signal })),
  });

/** The brands of a client, oldest first: all of them, since forms choose among them. */
export const brandsOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'brands', clientId],
    queryFn: ({ signal }): Promise<{ data: Brand[] }> =>
      allOf(async (cursor) =>
        bodyOf(await api.brands.list({ params: { workspaceId, clientId }, query: { cursor }, signal })),
      ),
  });

/** The billing profiles of a client, oldest first: all of them, since a successor is chosen among them. */
export const billingOf = (workspaceId: WorkspaceId, clientId: ClientId) =>
  queryOptions({
    queryKey: [workspaceId, 'billing', clientId],
    queryFn: ({ signal }): Promise<{ data: BillingProfile[] }> =>
      allOf(async (cursor) =>
        bodyOf(
          await api.billingProfiles.list({ params: { workspaceId, clientId }, query: { cursor }, signal }),
        ),
      ),
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
