import type { BillingProfileId, BrandId, ClientId, ClientSettingsId, WorkspaceId } from '#contracts/ids.ts';
import { KeptSettings } from '#contracts/schemas/client-settings.ts';
import { BillingDefault } from './entities/billing-default.ts';
import { BillingProfile } from './entities/billing-profile.ts';
import { Brand } from './entities/brand.ts';
import { ClientChild } from './entities/client-child.ts';
import { ClientDefaults, ClientSettings } from './entities/client-settings.ts';
import { nameHashOf } from './repositories/client-names.ts';

type Item = Record<string, unknown>;

interface Part {
  clientId: ClientId;
  version: number;
  /** Removed, but the item still stands: a crash came between the two steps. */
  tombstone: boolean;
}

/** What a census knows of companies: who is billed and how, under which brands, and who stands below whom. */
export interface CompanyCensus {
  profiles: Map<BillingProfileId, Part>;
  defaults: Map<ClientId, { profileId: BillingProfileId; profiles: number }>;
  brands: Map<BrandId, Part & { nameHash: string | null }>;
  /** `parentId childId`, as the partitions of the parents say. */
  children: Set<string>;
  settings: Map<ClientSettingsId, Part>;
  /** Records of settings that say what the catalogue does not allow. */
  strangeSettings: string[];
}

export const emptyCompanies = (): CompanyCensus => ({
  profiles: new Map(),
  defaults: new Map(),
  brands: new Map(),
  children: new Set(),
  settings: new Map(),
  strangeSettings: [],
});

type Taker = (census: CompanyCensus & { strays: string[] }, workspaceId: WorkspaceId, Item: Item) => void;

export const companyTakers: Record<string, Taker> = {
  billing_profile(census, _, Item) {
    const { data } = BillingProfile.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { clientId, version, deletedAt } = data;
    census.profiles.set(data.profileId, { clientId, version, tombstone: deletedAt !== undefined });
  },
  billingDefault(census, _, Item) {
    const { data } = BillingDefault.parse({ Item });
    if (data) census.defaults.set(data.clientId, { profileId: data.profileId, profiles: data.profiles });
  },
  brand(census, _, Item) {
    const { data } = Brand.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { clientId, version, name } = data;
    const tombstone = data.deletedAt !== undefined;
    census.brands.set(data.brandId, {
      clientId,
      version,
      tombstone,
      nameHash: tombstone ? null : nameHashOf(name),
    });
  },
  clientChild(census, _, Item) {
    const { data } = ClientChild.parse({ Item });
    if (data) census.children.add(`${data.parentId} ${data.childId}`);
  },
  client_settings(census, _, Item) {
    const { data } = ClientSettings.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { settingsId, clientId, version, values = {} } = data;
    census.settings.set(settingsId, { clientId, version, tombstone: false });
    if (!KeptSettings.safeParse(values).success) census.strangeSettings.push(settingsId);
  },
  clientDefaults(census, workspaceId, Item) {
    const { data } = ClientDefaults.parse({ Item });
    if (data && !KeptSettings.safeParse(data.values ?? {}).success) census.strangeSettings.push(workspaceId);
  },
};
