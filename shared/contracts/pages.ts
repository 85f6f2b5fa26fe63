import type { Demand } from './access.ts';

interface PageDeclaration extends Demand {
  /** Address in the staff app; a tab of the client record stands below `/clients/:id`. */
  path: string;
  /** What menus, the palette and the simulator call it. */
  label: string;
  /** Where its menu stands. */
  place: 'rail' | 'foot' | 'settings' | 'record';
}

/**
 * The pages of the staff app that a menu leads to, and what each asks for. Navigation, the 403 page, the
 * palette and the plan simulator all read this.
 */
export const pageCatalogue = {
  clients: {
    path: '/clients',
    label: 'Clients',
    place: 'rail',
    feature: 'clients',
    permission: 'clients.view',
  },
  followUps: {
    path: '/follow-ups',
    label: 'My day',
    place: 'rail',
    feature: 'timeline',
    permission: 'timeline.view',
  },
  trash: { path: '/trash', label: 'Trash', place: 'foot', feature: 'clients', permission: 'clients.delete' },
  overview: { path: '/', label: 'Overview', place: 'record', feature: 'clients', permission: 'clients.view' },
  contacts: {
    path: '/contacts',
    label: 'Contacts',
    place: 'record',
    feature: 'clients',
    permission: 'stakeholders.view',
  },
  companies: {
    path: '/companies',
    label: 'Companies',
    place: 'record',
    feature: 'clients',
    permission: 'clients.view',
  },
  projects: {
    path: '/projects',
    label: 'Projects',
    place: 'record',
    feature: 'projects',
    permission: 'projects.view',
  },
  rates: {
    path: '/rates',
    label: 'Rates',
    place: 'record',
    feature: 'rates',
    permission: 'rates.view',
  },
  compliance: {
    path: '/compliance',
    label: 'Compliance',
    place: 'record',
    feature: 'compliance',
    permission: 'compliance.view',
  },
  activity: {
    path: '/activity',
    label: 'Activity',
    place: 'record',
    feature: 'timeline',
    permission: 'timeline.view',
  },
  clientSettings: {
    path: '/settings',
    label: 'Settings',
    place: 'record',
    feature: 'clients',
    permission: 'clients.view',
  },
  general: {
    path: '/settings/general',
    label: 'General',
    place: 'settings',
    feature: null,
    permission: 'settings.manage',
  },
  clientDefaults: {
    path: '/settings/clients',
    label: 'Client defaults',
    place: 'settings',
    feature: 'clients',
    permission: 'settings.manage',
  },
  rateCard: {
    path: '/settings/rate-card',
    label: 'Rate card',
    place: 'settings',
    feature: 'rates',
    permission: 'rates.view',
  },
  lists: {
    path: '/settings/lists',
    label: 'Lists',
    place: 'settings',
    feature: null,
    permission: 'lists.manage',
  },
  standards: {
    path: '/settings/standards',
    label: 'Standards',
    place: 'settings',
    feature: 'compliance',
    permission: 'lists.manage',
  },
  fields: {
    path: '/settings/fields',
    label: 'Fields',
    place: 'settings',
    feature: 'clients',
    permission: 'settings.manage',
  },
  team: {
    path: '/settings/team',
    label: 'Team',
    place: 'settings',
    feature: null,
    permission: 'members.view',
  },
  roles: {
    path: '/settings/roles',
    label: 'Roles',
    place: 'settings',
    feature: null,
    // Whoever sees the members may read what their roles hold; to change one takes a key of its own.
    permission: 'members.view',
  },
  plan: {
    path: '/settings/plan',
    label: 'Plan and modules',
    place: 'settings',
    feature: null,
    permission: 'modules.manage',
  },
  explain: {
    path: '/settings/explain',
    label: 'Explain access',
    place: 'settings',
    feature: null,
    permission: 'access.explain',
  },
} as const satisfies Record<string, PageDeclaration>;

export type Page = keyof typeof pageCatalogue;
export const pages = Object.keys(pageCatalogue) as [Page, ...Page[]];
