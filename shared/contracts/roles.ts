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

/** The keys of a role; a role that is neither built in nor the workspace's own holds nothing. */
export function permissionsOf(
  role: string,
  customRoles: Readonly<Record<string, readonly Permission[]>> = {},
): ReadonlySet<Permission> {
  const keys: readonly Permission[] | undefined = Object.hasOwn(builtInRoles, role)
    ? builtInRoles[role as BuiltInRole]
    : Object.hasOwn(customRoles, role)
      ? customRoles[role]
      : undefined;
  return new Set(keys ?? []);
}
