import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconLogout, IconServerCog, IconUserCircle } from '@tabler/icons-react';
import type { StaffMe } from '#contracts/schemas/session.ts';
import { Link } from '#ui/Link.tsx';
import { Person } from '#ui/Person.tsx';
import { SchemeItems } from '#ui/SchemeItems.tsx';
import { useMe } from './me.ts';
import classes from './session.module.css';
import { session } from './session.ts';

interface PersonMenuProps {
  user: StaffMe['user'];
  folded: boolean;
}

/** Who is signed in, how the app looks to them, and the way out. */
export function PersonMenu({ user, folded }: PersonMenuProps) {
  const { t } = useLingui();
  const { operator, workspaces } = useMe();
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.person} aria-label={t`${user.name}, account menu`}>
          <Person id={user.id} name={user.name} size={24} label={!folded} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {user.email ? <Menu.Label>{user.email}</Menu.Label> : null}
        {workspaces.length > 0 ? (
          <Menu.Item
            leftSection={<IconUserCircle size={16} stroke={1.7} aria-hidden="true" />}
            renderRoot={(props) => <Link {...props} href="/me" />}
          >
            <Trans>Profile</Trans>
          </Menu.Item>
        ) : null}
        {operator ? (
          <Menu.Item
            leftSection={<IconServerCog size={16} stroke={1.7} aria-hidden="true" />}
            renderRoot={(props) => <Link {...props} href="/operator" />}
          >
            <Trans>Run this installation</Trans>
          </Menu.Item>
        ) : null}
        <Menu.Divider />
        <SchemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.7} />} onClick={() => void session.signOut()}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
