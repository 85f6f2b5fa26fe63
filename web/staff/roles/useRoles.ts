import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Permission } from '#contracts/permissions.ts';
import type { Role } from '#contracts/schemas/role.ts';
import { useHere } from '../session/me.ts';
import { useRoleName } from '../session/roles.ts';
import { roleTable } from './queries.ts';
import { permissionWords } from './words.ts';

/** A role as a choice: by its name, and whether the person here holds all that it holds. */
export interface RoleChoice extends Role {
  label: string;
  /** Nobody gives or takes what he does not hold himself. */
  isWithin: boolean;
}

const none: Role[] = [];

/** The roles of the workspace, as they may be given to somebody. */
export function useRoles(enabled = true) {
  const { workspaceId, workspace } = useHere();
  const { permissions: mine } = workspace;
  const roleName = useRoleName();
  const table = useQuery({ ...roleTable(workspaceId), enabled });
  const roles = table.data?.data ?? none;
  const choices = useMemo(
    () =>
      roles.map(
        (role): RoleChoice => ({
          ...role,
          label: roleName(role.key, role.name),
          isWithin: role.permissions.every((key) => mine.includes(key)),
        }),
      ),
    [roles, roleName, mine],
  );
  return { table, choices };
}

/** What a key lets somebody do. */
export function usePermissionWord() {
  const { _ } = useLingui();
  return (permission: Permission) => _(permissionWords[permission]);
}
