/**
 * The closed catalogue of permission keys, grouped as the roles page shows them. A key is spelled here and
 * nowhere else as a string of its own; routes, roles and buttons are checked against this table.
 */
export const permissionCatalogue = {
  clients: {
    'clients.view': 'See clients',
    'clients.view_all': 'See every client, not only owned and linked ones',
    'clients.view_tax': 'See and change tax ids',
    'clients.create': 'Create clients',
    'clients.update': 'Edit clients',
    'clients.delete': 'Move clients to the trash and restore them',
    'clients.destroy': 'Delete clients for ever',
    'clients.invite': 'Invite contacts to the portal',
    'clients.manage_settings': 'Change client settings',
    'clients.manage_service_rates': 'Change service rates',
    'clients.bulk_update': 'Change many clients at once',
    'clients.merge': 'Merge duplicate clients',
    'clients.merge_financial': 'Merge clients that have invoices',
    'clients.change_code': 'Change a locked client code',
    'clients.export': 'Export clients',
    'clients.import': 'Import clients',
  },
  stakeholders: {
    'stakeholders.view': 'See contacts',
    'stakeholders.manage': 'Edit contacts',
    'stakeholders.erase': 'Erase a person',
  },
  rates: {
    'rates.view': 'See rates',
    'rates.backdate': 'Backdate rates',
    'rates.override': 'Override a rate on a work item',
  },
  compliance: {
    'compliance.view': 'See compliance',
    'compliance.manage': 'Manage compliance',
    'compliance.waive': 'Grant waivers',
    'compliance.override': 'Override a compliance block',
  },
  documents: {
    'documents.view': 'See documents',
    'documents.upload': 'Upload documents',
    'documents.share': 'Share documents with clients',
    'documents.delete': 'Delete documents',
    'documents.hold': 'Place documents on legal hold',
  },
  projects: {
    'projects.view': 'See own projects',
    'projects.view_all': 'See every project',
    'projects.create': 'Create projects',
    'projects.update': 'Edit projects',
    'projects.delete': 'Delete projects',
    'projects.reopen': 'Reopen closed projects',
  },
  work: {
    'work.view': 'See work items',
    'work.create': 'Record own work',
    'work.approve': 'Approve work',
    'work.reopen': 'Reopen approved work',
  },
  approvals: {
    'approvals.view': 'See approvals',
    'approvals.create': 'Ask for approval',
    'approvals.decide': 'Decide approvals',
  },
  invoices: {
    'invoices.view': 'See invoices',
    'invoices.create': 'Draft invoices',
    'invoices.issue': 'Issue invoices',
    'invoices.void': 'Void invoices',
    'invoices.record_payment': 'Record payments',
    'invoices.confirm_claim': 'Confirm payments that a client claims',
  },
  requests: {
    'requests.view': 'See requests',
    'requests.create': 'Create requests',
    'requests.triage': 'Triage requests',
    'requests.assign': 'Assign requests',
    'requests.resolve': 'Resolve requests',
    'requests.delete': 'Delete requests',
  },
  timeline: {
    'timeline.view': 'See the activity timeline',
    'timeline.note': 'Write notes',
  },
  deliverables: {
    'deliverables.view': 'See deliverables',
    'deliverables.manage': 'Manage deliverables',
  },
  reports: {
    'reports.view': 'See reports',
    'reports.create': 'Create reports',
    'reports.publish': 'Publish reports to clients',
    'exports.run': 'Run exports',
  },
  portal: {
    'portal.manage': 'Switch the portal on and off',
    'portal.view_as': 'See the portal as a contact',
  },
  workspace: {
    'members.view': 'See members',
    'members.invite': 'Invite members',
    'members.manage': 'Manage members',
    'roles.manage': 'Manage roles',
    'settings.manage': 'Change workspace settings',
    'lists.manage': 'Edit lists',
    'modules.manage': 'Switch modules on and off',
    'plan.manage': 'Change the plan',
    'webhooks.manage': 'Manage webhooks',
    'apikeys.manage': 'Manage API keys',
    'audit.view': 'See the audit log',
    'access.explain': 'Explain the access of others',
    'ai.use': 'Use assistance',
  },
} as const;

/** Sections of the portal; a contact without a section neither sees its menu nor finds its routes (404). */
export const portalCatalogue = {
  'portal.dashboard': 'Home',
  'portal.projects': 'Projects',
  'portal.work': 'Approved work',
  'portal.work.review': 'Accept or dispute work',
  'portal.approvals': 'Approvals',
  'portal.documents': 'Documents',
  'portal.documents.upload': 'Upload documents',
  'portal.invoices': 'Invoices',
  'portal.invoices.claim': 'Report a payment',
  'portal.deliverables': 'Deliverables',
  'portal.reports': 'Reports',
  'portal.requests': 'Requests',
  'portal.requests.create': 'Make requests',
  'portal.people.invite': 'Invite colleagues',
} as const;

export type PortalSection = keyof typeof portalCatalogue;
export const portalSections = Object.keys(portalCatalogue) as [PortalSection, ...PortalSection[]];

type Catalogue = typeof permissionCatalogue;
export type PermissionGroup = keyof Catalogue;
export type Permission = { [G in PermissionGroup]: keyof Catalogue[G] }[PermissionGroup];

/** All keys, in the order of the catalogue. */
export const permissions: readonly Permission[] = Object.values(permissionCatalogue).flatMap(
  (group) => Object.keys(group) as Permission[],
);
