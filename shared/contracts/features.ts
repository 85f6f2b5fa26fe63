/**
 * Feature keys that plans and modules grant. A route, a menu or a button names its feature; a workspace
 * without it shows no trace of the route (404).
 */
export const featureCatalogue = {
  clients: 'Clients and contacts',
  projects: 'Projects',
  timeline: 'Activity timeline',
  portal: 'Client portal',
} as const;

export type Feature = keyof typeof featureCatalogue;
export const features = Object.keys(featureCatalogue) as readonly Feature[];
