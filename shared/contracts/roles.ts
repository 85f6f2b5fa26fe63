import { type Permission, permissions } from './permissions.ts';

const reading = ['clients.view', 'stakeholders.view', 'timeline.view'] as const satisfies Permission[];

const ownersOnly: ReadonlySet<Permission> = new Set(['plan.manage', 'clients.destroy']);

/**
 * The five built-in roles and exactly the keys each holds. Rates and tax ids stay hidden from basic and
 * viewer. Custom roles are data of a workspace; these are code.
 */
export const builtInRoles = {
  owner: permissions,
  admin: permissions.filter((key) => !ownersOnly.has(key)),
  manager: [
    ...reading,
    'clients.view_all',
    'clients.view_tax',
    'clients.create',
    'clients.update',
    'clients.invite',
    'clients.export',
    'stakeholders.manage',
    'rates.view',
    'compliance.view',
    'compliance.manage',
    'documents.view',
    'documents.upload',
    'documents.share',
    'projects.view',
    'projects.view_all',
    'projects.create',
    'projects.update',
    'work.view',
    'work.create',
    'work.approve',
    'approvals.view',
    'approvals.create',
    'approvals.decide',
    'invoices.view',
    'requests.view',
    'requests.create',
    'requests.triage',
    'requests.assign',
    'requests.resolve',
    'timeline.note',
    'deliverables.view',
    'deliverables.manage',
    'reports.view',
    'reports.create',
    'reports.publish',
    'exports.run',
    'portal.view_as',
    'members.view',
  ],
  basic: [
    ...reading,
    'documents.view',
    'documents.upload',
    'projects.view',
    'work.view',
    'work.create',
    'requests.view',
    'requests.create',
    'deliverables.view',
    'timeline.note',
  ],
  viewer: [...reading, 'projects.view', 'documents.view'],
} as const satisfies Record<string, readonly Permission[]>;

export type BuiltInRole = keyof typeof builtInRoles;
export const builtInRoleNames = Object.keys(builtInRoles) as [BuiltInRole, ...BuiltInRole[]];

/** A role as a workspace keeps it: one of its own, or its version of a built-in one. */
export interface KeptRole {
  name: string;
  permissions: readonly Permission[];
}
export type KeptRoles = Readonly<Record<string, KeptRole>>;

/**
 * The keys of a role in a workspace. The owner's are fixed; a workspace may have changed the other built-in
 * ones; a role that is nobody's holds nothing.
 */
export function permissionsOf(role: string, kept: KeptRoles = {}): ReadonlySet<Permission> {
  if (role === 'owner') return new Set(builtInRoles.owner);
  if (Object.hasOwn(kept, role)) return withoutUseless(new Set(kept[role]?.permissions));
  return new Set(isBuiltIn(role) ? builtInRoles[role] : []);
}

const builtInNames: Record<BuiltInRole, string> = {
  owner: 'Owner',
  admin: 'Admin',
  manager: 'Manager',
  basic: 'Basic',
  viewer: 'Viewer',
};

/** What people read: the workspace's name for a role, or ours. */
export const roleName = (role: string, kept: KeptRoles = {}): string =>
  (Object.hasOwn(kept, role) ? kept[role]?.name : undefined) ?? (isBuiltIn(role) ? builtInNames[role] : role);

/** Whether a role is one of the five. */
export const isBuiltIn = (role: string): role is BuiltInRole => Object.hasOwn(builtInRoles, role);

/** Keys that need others than to look at what they are named after: who writes rates is answered in amounts. */
const needed: Partial<Record<Permission, readonly Permission[]>> = {
  'clients.manage_service_rates': ['rates.view'],
};

/** The keys that another one is useless without: whoever edits must be able to look. */
export function impliedBy(permission: Permission): readonly Permission[] {
  const view = `${permission.split('.')[0]}.view` as Permission;
  const own = view !== permission && permissions.includes(view) ? [view] : [];
  return [...own, ...(needed[permission] ?? [])];
}

/** A role may have been kept before a key came to need another: until it has that too, the key opens nothing. */
const withoutUseless = (held: ReadonlySet<Permission>): ReadonlySet<Permission> =>
  new Set([...held].filter((key) => impliedBy(key).every((other) => held.has(other))));
