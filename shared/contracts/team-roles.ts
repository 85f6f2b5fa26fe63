/** What a member does for a client. Apart from the schemas, so that a form may offer them without reading those. */
export const teamRoles = ['lead', 'account_manager', 'delivery', 'finance', 'support'] as const;
export type TeamRole = (typeof teamRoles)[number];
