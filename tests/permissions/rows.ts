import type { BuiltInRole } from '#contracts/roles.ts';
import type { routes } from '#contracts/routes.ts';

type Routes = typeof routes;
type RouteName = { [N in keyof Routes]: `${N}.${Extract<keyof Routes[N], string>}` }[keyof Routes];

/** Who a route lets in: anybody, any verified person of the pool, a contact with its section, whoever
 * runs the installation, or these roles. */
export type Row = 'anyone' | 'signed_in' | 'section' | 'operator' | readonly BuiltInRole[];

const everyRole = ['owner', 'admin', 'manager', 'basic', 'viewer'] as const;
const editors = ['owner', 'admin', 'manager'] as const;
const admins = ['owner', 'admin'] as const;

/**
 * Written by hand and not derived, so that a wrong permission in a declaration or a wrong role in the table
 * has something to contradict. A route without a row does not compile.
 */
export const rows = {
  'system.health': 'anyone',
  'system.openapi': 'anyone',
  'staffAuth.signIn': 'anyone',
  'staffAuth.refresh': 'anyone',
  'staffAuth.signOut': 'anyone',
  'staffMe.get': 'signed_in',
  'clients.list': everyRole,
  'clients.create': editors,
  'clients.get': everyRole,
  'clients.counts': everyRole,
  'clients.trash': admins,
  'clients.suggestCode': everyRole,
  'clients.update': editors,
  'clients.setStatus': editors,
  'clients.remove': admins,
  'clients.restore': admins,
  'clients.destroy': ['owner'],
  'contacts.list': everyRole,
  'contacts.create': editors,
  'contacts.get': everyRole,
  'contacts.update': editors,
  'contacts.remove': editors,
  'projects.list': everyRole,
  'projects.create': editors,
  'projects.get': everyRole,
  'projects.update': editors,
  'projects.remove': admins,
  'rates.list': editors,
  'rates.change': admins,
  'rates.resolve': editors,
  'rates.uplift': admins,
  'rates.copy': admins,
  'rates.card': editors,
  'rates.changeCard': admins,
  'activity.ofClient': everyRole,
  'members.list': editors,
  'members.update': admins,
  'members.handOver': admins,
  'members.remove': admins,
  'roles.list': editors,
  'roles.create': admins,
  'roles.update': admins,
  'roles.remove': admins,
  'invitations.list': editors,
  'invitations.create': admins,
  'invitations.resend': admins,
  'invitations.revoke': admins,
  'joining.look': 'anyone',
  'joining.acceptAsNew': 'anyone',
  'joiningAsMyself.accept': 'signed_in',
  'workspaceSettings.get': everyRole,
  'workspaceSettings.update': admins,
  'lists.list': everyRole,
  'lists.update': admins,
  'plans.offers': 'anyone',
  'workspacePlan.get': everyRole,
  'workspacePlan.simulate': admins,
  'workspacePlan.update': admins,
  'access.explain': everyRole,
  'sample.get': admins,
  'sample.load': admins,
  'sample.remove': admins,
  'operator.workspaces': 'operator',
  'operator.setStatus': 'operator',
  'operator.putOffer': 'operator',
  'operator.spread': 'operator',
  'operator.apply': 'operator',
  'portalAuth.requestCode': 'anyone',
  'portalAuth.signIn': 'anyone',
  'portalAuth.refresh': 'anyone',
  'portalAuth.signOut': 'anyone',
  'portalFront.bootstrap': 'anyone',
  'staffAuth.answer': 'anyone',
  'staffAuth.forgot': 'anyone',
  'staffAuth.reset': 'anyone',
  'staffSignUp.create': 'anyone',
  'staffTotp.get': 'signed_in',
  'staffTotp.begin': 'signed_in',
  'staffTotp.verify': 'signed_in',
  'staffTotp.remove': 'signed_in',
  'portal.me': 'signed_in',
  'portal.company': 'section',
} as const satisfies Record<RouteName, Row>;
