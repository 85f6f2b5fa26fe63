import type { ClientId } from '#contracts/ids.ts';
import * as BillingProfiles from '#domain/billing-profiles.ts';
import * as Brands from '#domain/brands.ts';
import * as Clients from '#domain/clients.ts';
import * as Family from '#domain/family.ts';
import type { World } from '../world.ts';
import type { DemoClient } from './clients.ts';
import { demoCompanies, demoFamilies } from './companies.ts';

type Acting = ReturnType<World['acting']>;

/** Gives a client of the demo its brands, and whom to bill; the first profile becomes the default. */
export async function seedCompanies(as: Acting, client: DemoClient, clientId: ClientId): Promise<void> {
  const { brands, billing } = demoCompanies(client);
  for (const brand of brands) await Brands.create(as, clientId, brand);
  for (const profile of billing) await BillingProfiles.create(as, clientId, profile);
}

/** Puts clients of the demo below others, once all of them are there. */
export async function seedFamilies(as: Acting, ids: ReadonlyMap<string, ClientId>): Promise<void> {
  for (const [childCode, parentCode] of demoFamilies) {
    const [child, parentId] = [ids.get(childCode), ids.get(parentCode)];
    if (!child || !parentId) continue;
    const { version } = await Clients.get(as, child);
    await Family.setParent(as, child, { parentId }, version);
  }
}
