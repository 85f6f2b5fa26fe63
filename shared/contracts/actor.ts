import * as z from 'zod';
import type { Entitlements } from './entitlements.ts';
import type { Feature } from './features.ts';
import type { ClientId, UserId, WorkspaceId } from './ids.ts';
import type { Limits } from './limits.ts';
import type { Permission, PortalSection } from './permissions.ts';
import type { KeptRoles } from './roles.ts';

/** A member of staff inside one workspace, with the access proven for this request. */
export interface StaffActor {
  type: 'staff';
  userId: UserId;
  name: string;
  email: string;
  workspaceId: WorkspaceId;
  workspaceName: string;
  role: string;
  permissions: ReadonlySet<Permission>;
  /** The workspace's own roles and its versions of the built-in ones. */
  roles: KeptRoles;
  /** Plan, add-ons and modules of the workspace; what follows from them stands beside. */
  entitlements: Entitlements;
  features: ReadonlySet<Feature>;
  limits: Limits;
  /** Rises with every change of roles, entitlements or this membership. */
  accessVersion: number;
}

/** Signed in to the staff pool, not yet inside a workspace. */
export interface StaffUser {
  type: 'staff_user';
  userId: UserId;
  /** Whether he also runs this installation. */
  operator: boolean;
}

/** The group of the staff pool whose people run the installation. */
export const OPERATORS = 'operators';

/** Somebody who runs this installation: in the staff pool's group of operators. */
export interface OperatorActor {
  type: 'operator';
  userId: UserId;
}

/** A client's contact inside one client of one workspace. */
export interface PortalActor {
  type: 'portal';
  userId: UserId;
  name: string;
  workspaceId: WorkspaceId;
  clientId: ClientId;
  sections: ReadonlySet<PortalSection>;
}

/** Signed in to the portal pool, not yet inside a company. */
export interface PortalUser {
  type: 'portal_user';
  userId: UserId;
}

/** Code that acts on nobody's behalf: consumers, schedules, seeds. */
export interface SystemActor {
  type: 'system';
  name: string;
}

/** Nobody has signed in. */
export interface PublicActor {
  type: 'public';
}

/** Who is asking; closed, so that every rule decides about every kind. */
export type Actor =
  | StaffActor
  | StaffUser
  | PortalActor
  | PortalUser
  | OperatorActor
  | SystemActor
  | PublicActor;

/** How an actor is remembered on a record and shown in the timeline: the label is the name at that time. */
export const ActorStamp = z.strictObject({
  type: z.enum(['staff', 'portal', 'system']),
  id: z.string(),
  label: z.string(),
});
export type ActorStamp = z.infer<typeof ActorStamp>;

/** The stamp of an actor who may change records. */
export function stamp(actor: StaffActor | PortalActor | SystemActor): ActorStamp {
  return actor.type === 'system'
    ? { type: 'system', id: actor.name, label: actor.name }
    : { type: actor.type, id: actor.userId, label: actor.name };
}
