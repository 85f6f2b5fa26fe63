import { Trans, useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { type FocusEvent, useState } from 'react';
import type { Permission, PermissionGroup } from '#contracts/permissions.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useHere } from '../session/me.ts';
import { type Edits, heldBy } from './edits.ts';
import { keysOf, permissionGroups } from './groups.ts';
import { MatrixGroup } from './MatrixGroup.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import classes from './matrix.module.css';
import { arrowKeys } from './matrix-keys.ts';
import type { RoleChoice } from './useRoles.ts';

interface MatrixProps {
  roles: RoleChoice[];
  /** The permissions that are shown. */
  rows: readonly Permission[];
  edits: Edits;
  isReadOnly: boolean;
  onGive: (role: string, keys: readonly Permission[], on: boolean) => void;
}

/**
 * Permissions down, roles across. One box is reached with Tab, the others with the arrow keys; a box that is
 * locked can be reached too, as it says why.
 */
export function Matrix({ roles, rows, edits, isReadOnly, onGive }: MatrixProps) {
  const { t } = useLingui();
  const { workspace } = useHere();
  const [folded, setFolded] = useState<ReadonlySet<PermissionGroup>>(new Set());
  const [stop, setStop] = useState('');
  const shown = new Set(rows);
  const groups = permissionGroups
    .map((group) => ({ group, keys: keysOf(group), visible: keysOf(group).filter((key) => shown.has(key)) }))
    .filter(({ visible }) => visible.length > 0);
  const columns = roles.map((role) => ({
    role,
    held: heldBy(role, edits),
    before: new Set(role.permissions),
  }));
  const mine = new Set(workspace.permissions);

  if (groups.length === 0) {
    return (
      <EmptyState kind="no-match" title={t`No permission matches`}>
        <Trans>Search by what it lets somebody do, or by its key.</Trans>
      </EmptyState>
    );
  }

  // The box that Tab leads to must be one that is drawn.
  const cells = groups.flatMap(({ group, visible }) => [group, ...(folded.has(group) ? [] : visible)]);
  const [stopRow = '', stopRole = ''] = stop.split(' ');
  const isThere = cells.some((row) => row === stopRow) && roles.some(({ key }) => key === stopRole);
  const tabStop = isThere
    ? stop
    : `${groups[0]?.group} ${roles.find(({ locked }) => !locked)?.key ?? 'owner'}`;

  const remember = (event: FocusEvent) => {
    const cell = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined;
    if (cell) setStop(cell);
  };
  const fold = (group: PermissionGroup) => {
    const next = new Set(folded);
    if (!next.delete(group)) next.add(group);
    setFolded(next);
  };

  return (
    <section className={classes.region} aria-label={t`Roles and permissions`} onFocus={remember}>
      <table
        className={classes.matrix}
        aria-label={t`Roles and permissions`}
        onKeyDown={arrowKeys}
        style={{ minWidth: `calc(var(--matrix-words) + ${roles.length * 92}px)` }}
      >
        <caption>
          <VisuallyHidden>
            <Trans>Arrow keys move between the boxes, Space ticks one.</Trans>
          </VisuallyHidden>
        </caption>
        <colgroup>
          <col />
          {roles.map(({ key }) => (
            <col key={key} />
          ))}
        </colgroup>
        <MatrixHead roles={roles} isReadOnly={isReadOnly} />
        {groups.map(({ group, keys, visible }) => (
          <MatrixGroup
            key={group}
            group={group}
            keys={keys}
            visible={visible}
            columns={columns}
            mine={mine}
            myRole={workspace.role}
            isReadOnly={isReadOnly}
            isFolded={folded.has(group)}
            tabStop={tabStop}
            onFold={fold}
            onGive={onGive}
          />
        ))}
      </table>
    </section>
  );
}
