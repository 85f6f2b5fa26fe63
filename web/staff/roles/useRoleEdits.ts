import { useLingui } from '@lingui/react/macro';
import { useCallback, useRef, useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import type { Permission } from '#contracts/permissions.ts';
import type { Role } from '#contracts/schemas/role.ts';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { meQuery, useHere } from '../session/me.ts';
import { alongWith, diffsOf, type Edits, heldBy, lockOf, noEdits, withKeys } from './edits.ts';
import { keepRoles, refreshRoles, roleTable } from './queries.ts';
import type { RoleChoice } from './useRoles.ts';

/** Keys that moved because another one did, to be told. */
export interface Along {
  role: string;
  keys: Permission[];
  on: boolean;
}

/** The edits of the matrix on top of the newest table, and the way to save them, role by role. */
export function useRoleEdits(roles: readonly RoleChoice[], isReadOnly: boolean) {
  const { t, i18n } = useLingui();
  const { workspaceId, workspace } = useHere();
  const [edits, setEdits] = useState<Edits>(noEdits);
  const [along, setAlong] = useState<Along>();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const diffs = diffsOf(roles, edits);

  // Boxes are many and drawn again only when their own state changes, so what they call must stay the same.
  const now = useRef({ roles, edits, isReadOnly, workspace });
  now.current = { roles, edits, isReadOnly, workspace };

  const give = useCallback((roleKey: string, keys: readonly Permission[], on: boolean) => {
    const { roles, edits, isReadOnly, workspace } = now.current;
    const role = roles.find(({ key }) => key === roleKey);
    if (!role) return;
    const mine = new Set(workspace.permissions);
    let next = edits;
    const moved = new Set<Permission>();
    for (const key of keys) {
      const held = heldBy(role, next);
      if (held.has(key) === on) continue;
      const together = alongWith(key, on, held);
      if (lockOf({ role, keys: together, mine, myRole: workspace.role, isReadOnly })) continue;
      next = withKeys(next, role, together, on);
      for (const one of together) if (!keys.includes(one)) moved.add(one);
    }
    setEdits(next);
    setAlong(moved.size > 0 ? { role: role.label, keys: [...moved], on } : undefined);
  }, []);

  const discard = () => {
    setEdits(noEdits);
    setAlong(undefined);
    setProblem(undefined);
  };

  const saveOne = async (role: Role, version: number) => {
    const body = { name: role.name, permissions: [...heldBy(role, edits)] };
    const params = { workspaceId, role: role.key };
    const table = bodyOf(await api.roles.update({ params, body, ifMatch: version }));
    keepRoles(workspaceId, table);
    setEdits(({ [role.key]: _, ...rest }) => rest);
    return table.version;
  };

  /** True when everything is saved; what is not stays as an edit on top of the newest table. */
  const save = async (): Promise<boolean> => {
    setSaving(true);
    setProblem(undefined);
    try {
      let version = queryClient.getQueryData(roleTable(workspaceId).queryKey)?.version ?? 0;
      for (const { role } of diffs) version = await saveOne(role, version);
      setAlong(undefined);
      void queryClient.invalidateQueries(meQuery);
      return true;
    } catch (error) {
      await refreshRoles(workspaceId);
      const isStale = error instanceof ApiError && error.status === 412;
      setProblem(
        isStale
          ? t`Somebody changed the workspace in the meantime. Your changes stand on the newest state now; look them over and save again.`
          : errorText(i18n, error),
      );
      return false;
    } finally {
      setSaving(false);
    }
  };

  return { edits, diffs, along, give, discard, save, saving, problem };
}
