import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './matrix.module.css';
import { RemoveRole } from './RemoveRole.tsx';
import { RenameRole } from './RenameRole.tsx';
import type { RoleChoice } from './useRoles.ts';

/** The roles with how many people hold each; one's own ones and changed ones have a menu. */
export function MatrixHead({ roles, isReadOnly }: { roles: RoleChoice[]; isReadOnly: boolean }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<{ act: 'rename' | 'remove'; role: RoleChoice }>();
  const close = () => setAsked(undefined);
  return (
    <thead>
      <tr className={classes.head}>
        <th scope="col">
          <Trans>Permission</Trans>
        </th>
        {roles.map((role) => (
          <th key={role.key} scope="col">
            <span className={classes.roleName}>
              <span title={role.label}>{role.label}</span>
              {role.locked ? (
                <IconLock size={13} stroke={1.8} role="img" aria-label={t`locked`} />
              ) : isReadOnly || (role.builtIn && !role.changed) ? null : (
                <RoleMenu role={role} onAsk={(act) => setAsked({ act, role })} />
              )}
            </span>
            <span className={classes.people}>
              <Plural value={role.members} one="# person" other="# people" />
            </span>
          </th>
        ))}
      </tr>
      {asked?.act === 'rename' ? <RenameRole role={asked.role} onClose={close} /> : null}
      {asked?.act === 'remove' ? <RemoveRole role={asked.role} onClose={close} /> : null}
    </thead>
  );
}

function RoleMenu({ role, onAsk }: { role: RoleChoice; onAsk: (act: 'rename' | 'remove') => void }) {
  const { t } = useLingui();
  const { label, builtIn } = role;
  const icon = { size: 16, stroke: 1.7 };
  return (
    <Menu width={240}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t`Actions for ${label}`}>
          <IconDots size={15} stroke={2} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {builtIn ? (
          <Menu.Item leftSection={<IconArrowBackUp {...icon} />} onClick={() => onAsk('remove')}>
            <Trans>Reset to how it came</Trans>
          </Menu.Item>
        ) : (
          <>
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onAsk('rename')}>
              <Trans>Rename</Trans>
            </Menu.Item>
            <Menu.Item
              color="var(--fy-bad-text)"
              leftSection={<IconTrash {...icon} />}
              onClick={() => onAsk('remove')}
            >
              <Trans>Delete</Trans>
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
