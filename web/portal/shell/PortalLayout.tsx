import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { HomeSkeleton } from '../home/HomeSkeleton.tsx';
import { usePreference } from '../preferences.ts';
import { chosenOf, HereProvider, meQuery } from '../session/me.ts';
import { Frame } from './Frame.tsx';
import { NoCompanyPage } from './NoCompanyPage.tsx';
import { QueryError } from './QueryError.tsx';

/** Everything behind the sign-in: the frame, and in it the page or what stands in its way. */
export function PortalLayout() {
  const { isPending } = useQuery(meQuery);
  return (
    <Frame isBusy={isPending}>
      <Inside />
    </Frame>
  );
}

function Inside() {
  const { data: me, error, refetch } = useQuery(meQuery);
  const [wished] = usePreference('company');
  const path = useRouterState({ select: ({ location }) => location.pathname });
  if (!me) return error ? <QueryError error={error} onRetry={() => void refetch()} /> : <HomeSkeleton />;
  const company = chosenOf(me, wished);
  if (!company) return <NoCompanyPage email={me.user.email} />;
  return (
    <HereProvider value={{ user: me.user, companies: me.clients, company }}>
      <ErrorBoundary resetKey={path}>
        <Outlet />
      </ErrorBoundary>
    </HereProvider>
  );
}
