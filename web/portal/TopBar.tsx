import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import type { PortalBootstrap, PortalMe } from '#contracts/schemas/portal.ts';
import { Mark } from '#ui/Mark.tsx';
import { Person } from '#ui/Person.tsx';
import classes from './portal.module.css';
import { session } from './session.ts';

interface TopBarProps {
  front: PortalBootstrap;
  me: PortalMe | null;
  current: PortalMe['clients'][number] | undefined;
  onChoose: (clientId: string) => void;
}

/** The firm's name, and behind the avatar everything that is about the person. */
export function TopBar({ front, me, current, onChoose }: TopBarProps) {
  return (
    <header className={classes.top}>
      <div className={classes.firm}>
        <Mark id={front.workspaceId} name={front.name} size={30} />
        <span>{front.name}</span>
      </div>
      {me ? <AvatarMenu me={me} current={current} onChoose={onChoose} /> : null}
    </header>
  );
}

function AvatarMenu({ me, current, onChoose }: Omit<TopBarProps, 'front' | 'me'> & { me: PortalMe }) {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = { light: t`Light`, dark: t`Dark`, auto: t`Like the system` } as const;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.avatar} aria-label={t`${me.user.name}, account menu`}>
          <Person id={me.user.id} name={me.user.name} size={36} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.user.email}</Menu.Label>
        {me.clients.length > 1 ? (
          <Menu.RadioGroup value={current?.clientId ?? ''} onChange={onChoose}>
            {me.clients.map(({ clientId, name }) => (
              <Menu.RadioItem key={clientId} value={clientId}>
                {name}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        ) : null}
        <Menu.Divider />
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(chosen) => setColorScheme(chosen as keyof typeof schemes)}
        >
          {Object.entries(schemes).map(([scheme, label]) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={() => void session.signOut()}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
