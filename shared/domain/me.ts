import type { StaffActor, StaffUser } from '#contracts/actor.ts';
import { type Entitlements, limitsOf, liveFeatures } from '#contracts/entitlements.ts';
import { Refusal } from '#contracts/errors.ts';
import type { UserId, WorkspaceId } from '#contracts/ids.ts';
import type { Permission } from '#contracts/permissions.ts';
import { type KeptRoles, roleName } from '#contracts/roles.ts';
import type { StaffMe } from '#contracts/schemas/session.ts';

/** What a person may do in one workspace. */
export interface Access {
  workspace: { id: WorkspaceId; name: string; slug: string };
  member: { name: string; email: string; role: string };
  roles: KeptRoles;
  permissions: ReadonlySet<Permission>;
  entitlements: Entitlements;
  /** Rises with every change of the workspace's entitlements and of the membership. */
  accessVersion: number;
}

/** A member of staff with what he may do at this moment: in a request, or while work he left behind is done. */
export const staffActor = (userId: UserId, access: Access): StaffActor => {
  const { workspace, permissions, roles, entitlements, accessVersion, member } = access;
  return {
    type: 'staff',
    userId,
    name: member.name,
    email: member.email,
    role: member.role,
    workspaceId: workspace.id,
    workspaceName: workspace.name,
    permissions,
    roles,
    entitlements,
    features: new Set(liveFeatures(entitlements)),
    limits: limitsOf(entitlements),
    accessVersion,
  };
};

/** The asker's living accesses in the given workspaces; a lost one is absent. */
export type AccessReader = (workspaceIds: readonly WorkspaceId[]) => Promise<Access[]>;

export interface Directory {
  /** The person and his workspaces; null for somebody the directory does not know. */
  person(userId: UserId): Promise<{ name: string; email: string; workspaceIds: WorkspaceId[] } | null>;
}

/** Whoever runs the installation need not belong to a workspace, and the directory knows members only. */
const unlisted = { name: 'Operator', email: '', workspaceIds: [] };

/**
 * Who is signed in and what he may do where.
 * @throws {Refusal} `unauthenticated` for somebody the directory does not know
 */
export async function get(deps: {
  actor: StaffUser;
  directory: Directory;
  accesses: AccessReader;
}): Promise<StaffMe> {
  const { actor, directory, accesses } = deps;
  const person = (await directory.person(actor.userId)) ?? (actor.operator ? unlisted : null);
  if (!person) throw new Refusal('unauthenticated', { internal: 'not in the directory' });
  const all = await accesses(person.workspaceIds);
  return {
    user: { id: actor.userId, email: person.email, name: person.name },
    operator: actor.operator,
    workspaces: all.map(({ workspace, member, roles, permissions, entitlements, accessVersion }) => ({
      ...workspace,
      role: member.role,
      roleName: roleName(member.role, roles),
      permissions: [...permissions],
      features: liveFeatures(entitlements),
      accessVersion,
    })),
  };
}
