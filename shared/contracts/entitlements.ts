import { type Feature, features } from './features.ts';
import { type Limit, type Limits, limits } from './limits.ts';
import { type Module, type ModuleState, moduleCatalogue, moduleOf } from './modules.ts';

/** What a plan or an add-on gives, as a workspace has it: pinned at a version of the catalogue. */
export interface PinnedOffer {
  key: string;
  name: string;
  version: number;
  features: readonly Feature[];
  /** Of a plan the limit itself, null for none; of an add-on what it adds. A limit not named is without limit. */
  limits: Partial<Record<Limit, number | null>>;
}

/** Everything that decides which features of a workspace are live. */
export interface Entitlements {
  plan: PinnedOffer;
  addOns: readonly PinnedOffer[];
  modules: Partial<Record<Module, ModuleState>>;
}

/** A module's state; one that the workspace has never heard of is not installed, a core one always on. */
export const stateOf = ({ modules }: Pick<Entitlements, 'modules'>, module: Module): ModuleState =>
  moduleCatalogue[module].core ? 'enabled' : (modules[module] ?? 'not_installed');

/** Why a feature is not live, or null when it is: the one resolver for API, navigation, buttons and pricing. */
export function missing(entitlements: Entitlements, feature: Feature): 'module' | 'plan' | null {
  if (stateOf(entitlements, moduleOf[feature]) !== 'enabled') return 'module';
  const granted = [entitlements.plan, ...entitlements.addOns].some((offer) =>
    offer.features.includes(feature),
  );
  return granted ? null : 'plan';
}

/** The features that are live. */
export const liveFeatures = (entitlements: Entitlements): Feature[] =>
  features.filter((feature) => missing(entitlements, feature) === null);

/** The plan's limits and what the add-ons add to them. */
export function limitsOf({ plan, addOns }: Pick<Entitlements, 'plan' | 'addOns'>): Limits {
  const total = (limit: Limit) => {
    const base = plan.limits[limit] ?? null;
    return base === null ? null : addOns.reduce((sum, addOn) => sum + (addOn.limits[limit] ?? 0), base);
  };
  return Object.fromEntries(limits.map((limit) => [limit, total(limit)])) as Record<Limit, number | null>;
}
