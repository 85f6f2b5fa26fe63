import { type Feature, features } from './features.ts';

/**
 * The parts of the product that a workspace installs, switches on and off, and puts away. A feature belongs
 * to exactly one module; a core module cannot be switched off.
 */
export const moduleCatalogue = {
  clients: {
    name: 'Clients',
    summary: 'Companies and the people in them',
    features: ['clients'],
    core: true,
  },
  activity: {
    name: 'Activity',
    summary: 'Every change of a client, with who, when and what it was before',
    features: ['timeline'],
    core: false,
  },
  projects: {
    name: 'Projects',
    summary: 'Work for a client; its members see the client',
    features: ['projects'],
    core: false,
  },
  rates: {
    name: 'Service rates',
    summary: 'What an hour of each position costs a client, from which day on',
    features: ['rates'],
    core: false,
  },
  compliance: {
    name: 'Compliance',
    summary: 'Standards that clients must meet, with evidence, deadlines and reminders',
    features: ['compliance'],
    core: false,
  },
  portal: {
    name: 'Client portal',
    summary: 'A place of their own for your clients, at your address',
    features: ['portal'],
    core: false,
  },
  roles: {
    name: 'Custom roles',
    summary: 'Roles beside the five that are built in, and changes to those',
    features: ['custom_roles'],
    core: false,
  },
} as const satisfies Record<
  string,
  { name: string; summary: string; features: readonly Feature[]; core: boolean }
>;

export type Module = keyof typeof moduleCatalogue;
export const modules = Object.keys(moduleCatalogue) as [Module, ...Module[]];

/** The module that a feature belongs to. */
export const moduleOf = Object.fromEntries(
  modules.flatMap((module) => moduleCatalogue[module].features.map((feature) => [feature, module])),
) as Record<Feature, Module>;

/** State machine 10. Parked means put away: the data is kept, read by nobody, and comes back as it was. */
export const moduleStates = ['not_installed', 'installed', 'enabled', 'disabled', 'parked'] as const;
export type ModuleState = (typeof moduleStates)[number];

/** The moves of a module; a parked one comes back by being enabled. */
export const moduleMoves: Record<ModuleState, readonly ModuleState[]> = {
  not_installed: ['installed', 'enabled'],
  installed: ['enabled', 'not_installed'],
  enabled: ['disabled'],
  disabled: ['enabled', 'parked'],
  parked: ['enabled'],
};

/** Days for which the data of a parked module is promised to be kept. */
export const PARKED_DAYS = 90;

/** Every module switched on: how a workspace begins. */
export const allEnabled = Object.fromEntries(modules.map((module) => [module, 'enabled'])) as Record<
  Module,
  ModuleState
>;

const unowned = features.filter((feature) => !Object.hasOwn(moduleOf, feature));
if (unowned.length > 0) throw new Error(`features without a module: ${unowned.join(', ')}`);
