import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import type { StaffMe } from '#contracts/schemas/session.ts';
import { Person } from '#ui/Person.tsx';
import classes from './session.module.css';
import { session } from './session.ts';

interface PersonMenuProps {
  user: StaffMe['user'];
  folded: boolean;
}

/** Who is signed in, how the app looks to them, and the way out. */
export function PersonMenu({ user, folded }: PersonMenuProps) {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = [
    { id: 'light', label: t`Light`, Icon: IconSun },
    { id: 'dark', label: t`Dark`, Icon: IconMoon },
    { id: 'auto', label: t`Like the system`, Icon: IconDeviceDesktop },
  ] as const;
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.person} aria-label={t`${user.name}, account menu`}>
          <Person id={user.id} name={user.name} size={24} label={!folded} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}</Menu.Label>
        <Menu.Divider />
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
                <Icon size={16} stroke={1.7} aria-hidden="true" />
                {label}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.7} />} onClick={() => void session.signOut()}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
