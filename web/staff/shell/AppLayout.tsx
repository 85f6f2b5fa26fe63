import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconHelpCircle, IconSettings } from '@tabler/icons-react';
import { Navigate, Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { Permission } from '#contracts/permissions.ts';
import { AccessProvider } from '#ui/Can.tsx';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import type { NavItem } from '#ui/navTypes.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { openPalette } from '#ui/paletteStore.ts';
import { Shell } from '#ui/Shell.tsx';
import { Strip } from '#ui/Strip.tsx';
import { usePreference } from '../preferences.ts';
import { chosenOf, HereProvider, useHere, useMe } from '../session/me.ts';
import { PersonMenu } from '../session/PersonMenu.tsx';
import { WorkspaceMenu } from '../session/WorkspaceMenu.tsx';
import { AppShortcuts } from './AppShortcuts.tsx';
import { ForbiddenPage } from './ForbiddenPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { usePagesAt } from './pages.ts';

const NoWorkspacePage = onDemand(async () => (await import('./NoWorkspacePage.tsx')).NoWorkspacePage);
const HelpSheet = onDemand(async () => (await import('./HelpSheet.tsx')).HelpSheet);

/** Not needed for the first page to be seen, so it comes right after it. */
const StaffPalette = onDemand(async () => (await import('../search/StaffPalette.tsx')).StaffPalette);

/** Everything behind the sign-in: who and where, then the frame with the page in it. */
export function AppLayout() {
  const me = useMe();
  const [wished] = usePreference('workspace');
  const workspace = chosenOf(me, wished);
  if (!workspace && me.operator) return <Navigate to="/operator" replace />;
  if (!workspace) return <NoWorkspacePage user={me.user} />;
  return (
    <HereProvider value={{ ...me, workspace }}>
      <AccessProvider
        value={{ has: (permission) => workspace.permissions.includes(permission as Permission) }}
      >
        <Frame key={workspace.id} />
      </AccessProvider>
    </HereProvider>
  );
}

function useNav(): { nav: NavItem[]; footNav: NavItem[] } {
  const { t } = useLingui();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const foot = usePagesAt('foot');
  const settings: NavItem = {
    id: 'settings',
    label: t`Settings`,
    href: '/settings',
    icon: IconSettings,
    active: path === '/settings' || path.startsWith('/settings/'),
  };
  const hasSettings = usePagesAt('settings').length > 0;
  return { nav: usePagesAt('rail'), footNav: hasSettings ? [...foot, settings] : foot };
}

function Frame() {
  const { t } = useLingui();
  const { workspace, user } = useHere();
  const { nav, footNav } = useNav();
  const [folded, fold] = usePreference('folded');
  const [helping, setHelping] = useState(false);
  const { online } = useNetwork();
  return (
    <Shell
      workspaceName={workspace.name}
      workspace={<WorkspaceMenu folded={folded} />}
      nav={nav}
      footNav={footNav}
      phoneNav={nav}
      person={<PersonMenu user={user} folded={folded} />}
      folded={folded}
      onFold={fold}
      onSearch={openPalette}
      actions={
        <ActionIcon aria-label={t`Help and shortcuts`} onClick={() => setHelping(true)}>
          <IconHelpCircle size={17} stroke={1.7} />
        </ActionIcon>
      }
      banner={
        online ? null : (
          <Strip tone="warn">
            <Trans>
              You are offline. What you see may be old, and nothing can be saved until you are back.
            </Trans>
          </Strip>
        )
      }
    >
      <Page />
      <Suspense fallback={null}>
        <StaffPalette />
      </Suspense>
      <AppShortcuts onHelp={() => setHelping(true)} />
      {helping ? <HelpSheet opened onClose={() => setHelping(false)} /> : null}
    </Shell>
  );
}

/** The page of the address, or what stands in its way. */
function Page() {
  const { has, allows } = useHere();
  const shut = useMatches({
    select: (matches) =>
      matches.map(({ staticData }) => staticData.needs).find((needs) => needs && !allows(needs)),
  });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // What is off leaves no trace; only where it is on does a key make the difference.
  if (shut?.feature && !has(shut.feature)) return <NotFoundPage permission={shut.permission ?? undefined} />;
  if (shut?.permission) return <ForbiddenPage permission={shut.permission} />;
  return (
    <ErrorBoundary resetKey={path}>
      <Outlet />
    </ErrorBoundary>
  );
}
