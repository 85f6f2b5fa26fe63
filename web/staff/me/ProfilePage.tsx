import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Radio, Switch } from '@mantine/core';
import '@mantine/core/styles/RadioCard.layer.css';
import '@mantine/core/styles/RadioIndicator.layer.css';
import { IconLogout } from '@tabler/icons-react';
import { createLazyRoute } from '@tanstack/react-router';
import { Card } from '#ui/Card.tsx';
import { Facts } from '#ui/Facts.tsx';
import { Gutter } from '#ui/Page.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { Person } from '#ui/Person.tsx';
import { useSchemes } from '#ui/useSchemes.ts';
import { usePreference } from '../preferences.ts';
import { useHere } from '../session/me.ts';
import { useRoleName } from '../session/roles.ts';
import { session } from '../session/session.ts';
import { Authenticator } from './Authenticator.tsx';
import classes from './me.module.css';

export const route = createLazyRoute('/app/me')({ component: ProfilePage });

/** Everything that is about the person and not about a workspace. */
function ProfilePage() {
  const { t } = useLingui();
  const { user, workspace } = useHere();
  const roleName = useRoleName();
  const { name: firm, role, roleName: given } = workspace;
  return (
    <>
      <PageHead title={t`Profile`} description={<Trans>How you sign in, and how the app suits you.</Trans>} />
      <Gutter>
        <div className={classes.cards}>
          <Card title={t`You`}>
            <Facts
              columns={1}
              items={[
                { id: 'name', label: t`Name`, value: <Person id={user.id} name={user.name} label /> },
                { id: 'email', label: t`E-mail`, value: user.email },
                { id: 'role', label: t`Role`, value: t`${roleName(role, given)} in ${firm}` },
              ]}
            />
          </Card>
          <Appearance />
          <Keyboard />
          <Authenticator />
          <Card title={t`This browser`}>
            <div className={classes.part}>
              <p className={classes.explain}>
                <Trans>You stay signed in here for up to 30 days.</Trans>
              </p>
              <div>
                <Button
                  variant="default"
                  leftSection={<IconLogout size={16} stroke={1.7} aria-hidden="true" />}
                  onClick={() => void session.signOut()}
                >
                  <Trans>Sign out</Trans>
                </Button>
              </div>
            </div>
          </Card>
        </div>
      </Gutter>
    </>
  );
}

function Appearance() {
  const { t } = useLingui();
  const { schemes, chosen, choose } = useSchemes();
  return (
    <Card title={t`Appearance`}>
      <Radio.Group value={chosen} onChange={choose} aria-label={t`Appearance`}>
        <div className={classes.schemes}>
          {schemes.map(({ id, label, Icon }) => (
            <Radio.Card key={id} value={id} className={classes.scheme}>
              <Radio.Indicator size="xs" />
              <Icon size={16} stroke={1.7} aria-hidden="true" />
              {label}
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
    </Card>
  );
}

function Keyboard() {
  const { t } = useLingui();
  const [enabled, setEnabled] = usePreference('shortcuts');
  return (
    <Card title={t`Keyboard`}>
      <Switch
        size="sm"
        checked={enabled}
        onChange={(event) => setEnabled(event.currentTarget.checked)}
        label={<Trans>Single-key shortcuts</Trans>}
        description={<Trans>Switch them off if speech input or a slip of the hand sets them off.</Trans>}
      />
    </Card>
  );
}
