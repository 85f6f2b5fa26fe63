import { type Entitlements, missing, stateOf } from './entitlements.ts';
import { Refusal } from './errors.ts';
import { type Feature, featureCatalogue } from './features.ts';
import { moduleCatalogue, moduleOf } from './modules.ts';
import type { Permission } from './permissions.ts';

/** The gates in the order in which they are passed; the first that stays shut is the reason. */
export const gateNames = ['membership', 'module', 'plan', 'role', 'scope', 'status'] as const;
export type GateName = (typeof gateNames)[number];

/** One gate as it stands for somebody who wants something. */
export interface Gate {
  gate: GateName;
  verdict: 'open' | 'shut' | 'not_needed';
  /** A sentence for a reader: what the gate asked, and what it found. */
  detail: string;
  /** What whoever meets the shut gate is answered. */
  refusal?: Refusal;
}

/** What a route, a menu or a button asks for. */
export interface Demand {
  feature: Feature | null;
  /** Null where membership is enough. */
  permission: Permission | null;
}

/** What somebody holds in a workspace. */
export interface Holding {
  permissions: ReadonlySet<Permission>;
  entitlements: Entitlements;
}

/**
 * The gates of module, plan and role for one demand. The API refuses by these, the apps hide by these, and the
 * explain page shows these: there is no second opinion.
 */
export function gatesOf({ permissions, entitlements }: Holding, { feature, permission }: Demand): Gate[] {
  return [...featureGates(entitlements, feature), roleGate(permissions, permission)];
}

function featureGates(entitlements: Entitlements, feature: Feature | null): Gate[] {
  if (!feature) {
    const detail = 'This belongs to every workspace.';
    return [
      { gate: 'module', verdict: 'not_needed', detail },
      { gate: 'plan', verdict: 'not_needed', detail },
    ];
  }
  const reason = missing(entitlements, feature);
  const module = moduleOf[feature];
  const name = moduleCatalogue[module].name;
  const offers = [entitlements.plan, ...entitlements.addOns].map((offer) => offer.name).join(' and ');
  const moduleGate: Gate =
    reason === 'module'
      ? {
          gate: 'module',
          verdict: 'shut',
          detail: `The module ${name} is ${stateWords[stateOf(entitlements, module)]}.`,
          refusal: new Refusal('not_found', { internal: `the feature ${feature} is off in this workspace` }),
        }
      : { gate: 'module', verdict: 'open', detail: `The module ${name} is on.` };
  if (reason === 'module') {
    return [moduleGate, { gate: 'plan', verdict: 'not_needed', detail: 'Asked once the module is on.' }];
  }
  const title = featureCatalogue[feature];
  const planGate: Gate =
    reason === 'plan'
      ? {
          gate: 'plan',
          verdict: 'shut',
          detail: `${title} is not part of ${offers}.`,
          refusal: new Refusal('plan_required', {
            detail: `${title} is not part of this workspace's plan.`,
            extra: { feature },
          }),
        }
      : { gate: 'plan', verdict: 'open', detail: `${title} is part of ${offers}.` };
  return [moduleGate, planGate];
}

const stateWords = {
  not_installed: 'not installed',
  installed: 'installed, but not on',
  enabled: 'on',
  disabled: 'off',
  parked: 'put away',
} as const;

function roleGate(permissions: ReadonlySet<Permission>, permission: Permission | null): Gate {
  if (!permission) return { gate: 'role', verdict: 'not_needed', detail: 'Any member may do this.' };
  return permissions.has(permission)
    ? { gate: 'role', verdict: 'open', detail: `The role holds ${permission}.` }
    : {
        gate: 'role',
        verdict: 'shut',
        detail: `The role lacks ${permission}.`,
        refusal: new Refusal('forbidden', {
          detail: `This needs the permission ${permission}.`,
          extra: { permission },
        }),
      };
}

/** The first gate that stays shut, or none. */
export const firstShut = (gates: readonly Gate[]): Gate | undefined =>
  gates.find(({ verdict }) => verdict === 'shut');

/** Lets somebody through, or not. @throws {Refusal} of the first gate that stays shut */
export function pass(gates: readonly Gate[]): void {
  const shut = firstShut(gates);
  if (shut) throw shut.refusal ?? new Refusal('not_found');
}

/** Whether every gate of module, plan and role is open: what navigation and buttons ask. */
export const mayUse = (holding: Holding, demand: Demand): boolean =>
  firstShut(gatesOf(holding, demand)) === undefined;

/** The same question of what the API told of somebody: his keys, and the features that are live. */
export const allows = (
  told: { permissions: readonly Permission[]; features: readonly Feature[] },
  { feature, permission }: Demand,
): boolean =>
  (feature === null || told.features.includes(feature)) &&
  (permission === null || told.permissions.includes(permission));
