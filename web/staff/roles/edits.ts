import { own } from '#contracts/own.ts';
import { type Permission, permissions } from '#contracts/permissions.ts';
import { impliedBy } from '#contracts/roles.ts';
import type { Role } from '#contracts/schemas/role.ts';

/** Keys that a role is about to gain (true) or lose (false), by the key of the role. */
export type Edits = Readonly<Record<string, ReadonlyMap<Permission, boolean>>>;

export const noEdits: Edits = {};

const nothing: ReadonlyMap<Permission, boolean> = new Map();

/** What a role will hold once the edits are saved. */
export function heldBy(role: Role, edits: Edits): ReadonlySet<Permission> {
  const held = new Set(role.permissions);
  for (const [key, gained] of own(edits, role.key) ?? nothing) {
    if (gained) held.add(key);
    else held.delete(key);
  }
  return held;
}

/** The keys that come or go when one does: what it needs comes along, what needs it goes along. */
export function alongWith(key: Permission, on: boolean, held: ReadonlySet<Permission>): Permission[] {
  if (!on)
    return permissions.filter(
      (other) => other === key || (held.has(other) && impliedBy(other).includes(key)),
    );
  return [...impliedBy(key).filter((needed) => !held.has(needed)), key];
}

/** The edits with these keys given or taken; what ends as the role is anyway is no edit. */
export function withKeys(edits: Edits, role: Role, keys: readonly Permission[], on: boolean): Edits {
  const held = new Set(role.permissions);
  const mine = new Map(own(edits, role.key) ?? nothing);
  for (const key of keys) {
    if (held.has(key) === on) mine.delete(key);
    else mine.set(key, on);
  }
  return { ...edits, [role.key]: mine };
}

/** How much of a group a role holds. */
export function shareOf(keys: readonly Permission[], held: ReadonlySet<Permission>): 'all' | 'some' | 'none' {
  const count = keys.filter((key) => held.has(key)).length;
  return count === 0 ? 'none' : count === keys.length ? 'all' : 'some';
}

/** What saving would do to one role, in the order of the catalogue. */
export interface RoleDiff<R extends Role = Role> {
  role: R;
  gains: Permission[];
  loses: Permission[];
}

/** The roles that the edits change. A key that the role has meanwhile come to hold anyway is none. */
export function diffsOf<R extends Role>(roles: readonly R[], edits: Edits): RoleDiff<R>[] {
  return roles
    .map((role) => {
      const before = new Set(role.permissions);
      const after = heldBy(role, edits);
      return {
        role,
        gains: permissions.filter((key) => after.has(key) && !before.has(key)),
        loses: permissions.filter((key) => before.has(key) && !after.has(key)),
      };
    })
    .filter(({ gains, loses }) => gains.length + loses.length > 0);
}

/** Why a box cannot be ticked by the one in front of it. */
export type Lock = 'read_only' | 'owner' | 'beyond' | 'own_role' | null;

interface LockQuestion {
  role: Role;
  keys: readonly Permission[];
  /** What the person in front of it holds, and as which role. */
  mine: ReadonlySet<Permission>;
  myRole: string;
  isReadOnly: boolean;
}

export function lockOf({ role, keys, mine, myRole, isReadOnly }: LockQuestion): Lock {
  if (role.locked) return 'owner';
  if (isReadOnly) return 'read_only';
  if (keys.some((key) => !mine.has(key))) return 'beyond';
  // Whoever took it from his own role could not give it back.
  if (role.key === myRole && keys.includes('roles.manage')) return 'own_role';
  return null;
}
