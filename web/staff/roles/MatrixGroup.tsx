import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconLock } from '@tabler/icons-react';
import type { Permission, PermissionGroup } from '#contracts/permissions.ts';
import { type Lock, lockOf, shareOf } from './edits.ts';
import { MatrixCell } from './MatrixCell.tsx';
import classes from './matrix.module.css';
import { type RoleChoice, usePermissionWord } from './useRoles.ts';
import { groupWords } from './words.ts';

interface Column {
  role: RoleChoice;
  held: ReadonlySet<Permission>;
  before: ReadonlySet<Permission>;
}

interface MatrixGroupProps {
  group: PermissionGroup;
  /** All keys of the group, and those that are shown. */
  keys: readonly Permission[];
  visible: readonly Permission[];
  columns: readonly Column[];
  mine: ReadonlySet<Permission>;
  myRole: string;
  isReadOnly: boolean;
  isFolded: boolean;
  /** The box that Tab leads to. */
  tabStop: string;
  onFold: (group: PermissionGroup) => void;
  onGive: (role: string, keys: readonly Permission[], on: boolean) => void;
}

/** A subject with a box for all of it, and a row for each permission. */
export function MatrixGroup(props: MatrixGroupProps) {
  const { group, keys, visible, columns, mine, myRole, isReadOnly, isFolded, tabStop, onFold, onGive } =
    props;
  const { i18n } = useLingui();
  const word = usePermissionWord();
  const title = i18n._(groupWords[group]);

  /** A group can be ticked as long as one of its keys can: the others stay. */
  const groupLock = (role: RoleChoice): Lock => {
    const locks = keys.map((key) => lockOf({ role, keys: [key], mine, myRole, isReadOnly }));
    return locks.every((lock) => lock !== null) ? (locks[0] ?? null) : null;
  };

  return (
    <tbody>
      <tr className={classes.group}>
        <th scope="rowgroup">
          <UnstyledButton className={classes.fold} aria-expanded={!isFolded} onClick={() => onFold(group)}>
            <IconChevronDown size={15} stroke={1.9} aria-hidden="true" data-folded={isFolded || undefined} />
            {title}
          </UnstyledButton>
        </th>
        {columns.map(({ role, held }) => {
          const cell = `${group} ${role.key}`;
          return (
            <MatrixCell
              key={role.key}
              cell={cell}
              word={title}
              role={role.key}
              roleName={role.label}
              keys={keys}
              share={shareOf(keys, held)}
              isChanged={false}
              lock={groupLock(role)}
              isStop={tabStop === cell}
              onGive={onGive}
            />
          );
        })}
      </tr>
      {isFolded
        ? null
        : visible.map((key) => (
            <tr key={key} className={classes.permission}>
              <th scope="row">
                <span className={classes.words}>{word(key)}</span>
                <span className={classes.key}>{key}</span>
                {isReadOnly || mine.has(key) ? null : <NotMine />}
              </th>
              {columns.map(({ role, held, before }) => {
                const cell = `${key} ${role.key}`;
                return (
                  <MatrixCell
                    key={role.key}
                    cell={cell}
                    word={word(key)}
                    role={role.key}
                    roleName={role.label}
                    keys={single(key)}
                    share={held.has(key) ? 'all' : 'none'}
                    isChanged={held.has(key) !== before.has(key)}
                    lock={lockOf({ role, keys: [key], mine, myRole, isReadOnly })}
                    isStop={tabStop === cell}
                    onGive={onGive}
                  />
                );
              })}
            </tr>
          ))}
    </tbody>
  );
}

const singles = new Map<Permission, readonly Permission[]>();

/** The same array each time, so that a box is not drawn again for nothing. */
function single(key: Permission): readonly Permission[] {
  const known = singles.get(key) ?? [key];
  singles.set(key, known);
  return known;
}

/** Stands at every permission that the person does not hold: nobody gives or takes those. */
function NotMine() {
  const { t } = useLingui();
  return (
    <span className={classes.notMine}>
      <IconLock size={13} stroke={1.9} aria-hidden="true" />
      {t`not yours to give`}
    </span>
  );
}
