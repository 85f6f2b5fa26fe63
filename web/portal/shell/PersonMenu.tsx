import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import type { PortalMe } from '#contracts/schemas/portal.ts';
import { Person } from '#ui/Person.tsx';
import { SchemeItems } from '#ui/SchemeItems.tsx';
import { session } from '../session/session.ts';
import { LanguageItems } from './LanguageMenu.tsx';
import { firstNameOf } from './names.ts';
import classes from './shell.module.css';

/** Behind the avatar: everything that is about the person rather than the company. */
export function PersonMenu({ user }: { user: PortalMe['user'] }) {
  const { t } = useLingui();
  return (
    <Menu width={248}>
      <Menu.Target>
        <UnstyledButton className={classes.person} aria-label={t`${user.name}, account menu`}>
          <Person id={user.id} name={user.name} size={32} label={firstNameOf(user.name)} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>
          <Trans>Appearance</Trans>
        </Menu.Label>
        <SchemeItems />
        <Menu.Divider />
        <Menu.Label>
          <Trans>Language</Trans>
        </Menu.Label>
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={17} stroke={1.7} aria-hidden="true" />}
          onClick={() => void session.signOut()}
        >
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
