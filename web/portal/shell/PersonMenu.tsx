import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import type { PortalMe } from '#contracts/schemas/portal.ts';
import { Person } from '#ui/Person.tsx';
import { session } from '../session/session.ts';
import { LanguageItems } from './LanguageMenu.tsx';
import { firstNameOf } from './names.ts';
import classes from './shell.module.css';

/** Behind the avatar: everything that is about the person rather than the company. */
export function PersonMenu({ user }: { user: PortalMe['user'] }) {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = [
    { id: 'light', label: t`Light`, Icon: IconSun },
    { id: 'dark', label: t`Dark`, Icon: IconMoon },
    { id: 'auto', label: t`Like the system`, Icon: IconDeviceDesktop },
  ] as const;
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
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(chosen) => {
            const scheme = schemes.find(({ id }) => id === chosen);
            if (scheme) setColorScheme(scheme.id);
          }}
        >
          {schemes.map(({ id, label, Icon }) => (
            <Menu.RadioItem key={id} value={id}>
              <span className={classes.option}>
                <Icon size={17} stroke={1.7} aria-hidden="true" />
                {label}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
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
