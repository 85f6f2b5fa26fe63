import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowLeft, IconBuildingStore, IconStack2 } from '@tabler/icons-react';
import { createLazyRoute, Outlet, useRouterState } from '@tanstack/react-router';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { Logo } from '#ui/Logo.tsx';
import type { NavItem } from '#ui/navTypes.ts';
import { Shell } from '#ui/Shell.tsx';
import { usePreference } from '../preferences.ts';
import { useMe } from '../session/me.ts';
import { PersonMenu } from '../session/PersonMenu.tsx';
import { LinkButton } from '../shell/LinkButton.tsx';
import { StatePage } from '../shell/StatePage.tsx';
import classes from './operator.module.css';

export const route = createLazyRoute('/operator')({ component: OperatorLayout });

/** The frame for whoever runs the installation; for others there is nothing here. */
function OperatorLayout() {
  const { t } = useLingui();
  const { user, operator, workspaces } = useMe();
  const [folded, fold] = usePreference('folded');
  const path = useRouterState({ select: ({ location }) => location.pathname });
  if (!operator) return <Nothing />;

  const nav: NavItem[] = [
    {
      id: 'workspaces',
      label: t`Workspaces`,
      href: '/operator',
      icon: IconStack2,
      active: path === '/operator' || path === '/operator/',
    },
    {
      id: 'offers',
      label: t`Plans and add-ons`,
      href: '/operator/offers',
      icon: IconBuildingStore,
      active: path.startsWith('/operator/offers'),
    },
  ];
  const back: NavItem = { id: 'back', label: t`Back to the app`, href: '/clients', icon: IconArrowLeft };
  return (
    <Shell
      workspaceName={t`Operator`}
      workspace={
        <span className={classes.brand}>
          <Logo withName={!folded} />
        </span>
      }
      nav={nav}
      footNav={workspaces.length > 0 ? [back] : []}
      phoneNav={nav}
      person={<PersonMenu user={user} folded={folded} />}
      folded={folded}
      onFold={fold}
    >
      <ErrorBoundary resetKey={path}>
        <Outlet />
      </ErrorBoundary>
    </Shell>
  );
}

function Nothing() {
  const { t } = useLingui();
  return (
    <main className={classes.nothing}>
      <StatePage title={t`Page not found`}>
        <EmptyState
          kind="no-match"
          order={1}
          title={t`Page not found`}
          action={
            <LinkButton href="/clients" variant="default">
              <Trans>Go to clients</Trans>
            </LinkButton>
          }
        >
          <Trans>
            Nothing is here, or it is nothing that you can see. The address may be old or mistyped.
          </Trans>
        </EmptyState>
      </StatePage>
    </main>
  );
}
