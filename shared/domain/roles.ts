import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { Permission } from '#contracts/permissions.ts';
import {
  builtInRoleNames,
  isBuiltIn,
  type KeptRole,
  type KeptRoles,
  permissionsOf,
  roleName,
} from '#contracts/roles.ts';
import type { Member } from '#contracts/schemas/member.ts';
import type { RoleChange, RoleCreate, RoleTable } from '#contracts/schemas/role.ts';
import type { Deps } from './deps.ts';
import { assertRole, assertWithin, type MemberReader } from './members.ts';
import { nextVersion } from './records.ts';
import {
  currentWorkspace,
  type Workspace,
  type WorkspaceReader,
  type WorkspaceWriter,
} from './workspaces.ts';

type Reading = Deps<{ members: MemberReader; workspaces: WorkspaceReader }>;
type Writing = Deps<{ members: MemberReader; workspaces: WorkspaceReader & WorkspaceWriter }>;

/** Roles that a workspace may keep of its own; with more, nobody knows any more who may do what. */
const MOST = 30;

/** Members that get another role in one transaction together with the role they lose. */
const MOST_MOVED = 90;

/** The roles table: the five, then the workspace's own, with how many hold each. */
export async function list({ data }: Reading): Promise<RoleTable> {
  const [workspace, members] = await Promise.all([data.workspaces.get(), data.members.all()]);
  return tableOf(workspace, members);
}

/**
 * Makes a role of the workspace's own.
 * @throws {Refusal} `version_conflict`, `escalation`, `validation_failed` for a key in use or too many roles
 */
export async function create(
  deps: Writing,
  { key, ...role }: RoleCreate,
  expected: number,
): Promise<RoleTable> {
  const before = await currentWorkspace(deps, expected);
  const own = Object.keys(before.roles).filter((kept) => !isBuiltIn(kept));
  if (isBuiltIn(key) || Object.hasOwn(before.roles, key)) {
    throw invalidField('/key', 'role_taken', 'is in use by another role');
  }
  if (own.length >= MOST)
    throw invalidField('/key', 'too_many', `a workspace keeps ${MOST} roles of its own`);
  return change(deps, before, key, role);
}

/**
 * Changes what a role holds. Only keys that the actor holds himself may come or go, and from his own role he
 * cannot take the key with which he is doing it.
 * @throws {Refusal} `not_found`, `forbidden` for the owner's, `version_conflict`, `escalation`
 */
export async function update(
  deps: Writing,
  key: string,
  role: RoleChange,
  expected: number,
): Promise<RoleTable> {
  const before = await currentWorkspace(deps, expected);
  if (key === 'owner') throw new Refusal('forbidden', { detail: 'The owner holds every key, always.' });
  if (!isBuiltIn(key) && !Object.hasOwn(before.roles, key)) throw notFound('no such role');
  const { actor } = deps;
  if (actor.role === key && !role.permissions.includes('roles.manage')) {
    throw invalidField('/permissions', 'lock_out', 'must keep roles.manage: it is your own role');
  }
  return change(deps, before, key, role);
}

/**
 * Removes a role, and gives whoever holds it another one in the same step; of a built-in one, the workspace's
 * changes to it, which leaves its members where they are.
 * @throws {Refusal} `not_found`, `version_conflict`, `escalation`, `forbidden` without members.manage,
 * `role_in_use` with how many hold it, `validation_failed` for a successor that cannot be one
 */
export async function remove(
  deps: Writing,
  key: string,
  successor: string | undefined,
  expected: number,
): Promise<void> {
  const { actor, data } = deps;
  const before = await currentWorkspace(deps, expected);
  if (!Object.hasOwn(before.roles, key)) throw notFound('no such role');
  const everybody = await data.members.all();
  const holders = isBuiltIn(key) ? [] : everybody.filter(({ role }) => role === key);
  const { [key]: _, ...roles } = before.roles;
  assertWithin(actor, difference(permissionsOf(key, before.roles), permissionsOf(key, roles)));
  const role = holders.length > 0 ? heirOf(deps, { roles, holders, successor }) : key;
  if (actor.role === key && !permissionsOf(role, roles).has('roles.manage')) {
    throw new Refusal('forbidden', { detail: 'Your own role would lose roles.manage.' });
  }
  const after = nextVersion(deps, before, { ...before, roles });
  const moved = holders.map((one) => ({ before: one, after: nextVersion(deps, one, { ...one, role }) }));
  await data.workspaces.removeRole(before, after, moved);
}

interface Passing {
  /** Those that are left. */
  roles: KeptRoles;
  holders: readonly Member[];
  successor: string | undefined;
}

/** The role that the members of a removed one get. */
function heirOf({ actor }: Writing, { roles, holders, successor }: Passing): string {
  const held = holders.length === 1 ? 'A member holds' : `${holders.length} members hold`;
  const inUse = (what: string) =>
    new Refusal('role_in_use', { detail: `${held} this role${what}.`, extra: { members: holders.length } });
  if (successor === undefined) throw inUse('');
  if (holders.length > MOST_MOVED) throw inUse(`: at most ${MOST_MOVED} can be given another one at once`);
  assertRole(roles, successor, '?successor');
  if (successor === 'owner') {
    throw invalidField('?successor', 'owner', 'must not be owner: owners are made one by one');
  }
  if (!actor.permissions.has('members.manage')) {
    throw new Refusal('forbidden', { detail: 'Giving its members another role needs members.manage.' });
  }
  assertWithin(actor, permissionsOf(successor, roles));
  return successor;
}

async function change(deps: Writing, before: Workspace, key: string, role: KeptRole): Promise<RoleTable> {
  const { actor, data } = deps;
  const held = permissionsOf(key, before.roles);
  assertWithin(actor, difference(held, new Set(role.permissions)));
  const after = nextVersion(deps, before, { ...before, roles: { ...before.roles, [key]: role } });
  if (after !== before) await data.workspaces.update(before, after);
  return tableOf(after, await data.members.all());
}

/** Keys that only one of the two holds: what a change gives or takes. */
const difference = (one: ReadonlySet<Permission>, other: ReadonlySet<Permission>): Permission[] => [
  ...[...one].filter((key) => !other.has(key)),
  ...[...other].filter((key) => !one.has(key)),
];

function tableOf({ version, roles }: Workspace, members: readonly Member[]): RoleTable {
  const own = Object.keys(roles).filter((key) => !isBuiltIn(key));
  return { version, data: [...builtInRoleNames, ...own].map((key) => rowOf(key, roles, members)) };
}

const rowOf = (key: string, kept: KeptRoles, members: readonly Member[]): RoleTable['data'][number] => ({
  key,
  name: roleName(key, kept),
  builtIn: isBuiltIn(key),
  locked: key === 'owner',
  changed: isBuiltIn(key) && Object.hasOwn(kept, key),
  permissions: [...permissionsOf(key, kept)],
  members: members.filter(({ role }) => role === key).length,
});
