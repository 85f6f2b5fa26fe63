/**
 * Feature keys that plans and add-ons grant. A route, a menu or a button names its feature; a workspace in
 * which it is not live shows no trace of it.
 */
export const featureCatalogue = {
  clients: 'Clients and contacts',
  projects: 'Projects',
  rates: 'Service rates',
  compliance: 'Compliance',
  timeline: 'Activity timeline',
  portal: 'Client portal',
  custom_roles: 'Roles of your own',
} as const;

export type Feature = keyof typeof featureCatalogue;
export const features = Object.keys(featureCatalogue) as [Feature, ...Feature[]];
