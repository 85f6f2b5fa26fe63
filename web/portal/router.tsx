import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { HomePage } from './home/HomePage.tsx';
import { session } from './session/session.ts';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { PortalLayout } from './shell/PortalLayout.tsx';
import { RouteError } from './shell/RouteError.tsx';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The page that asked for the sign-in. Not in the address, where a stranger's link could set it. */
    from?: string;
    /** The address given at the sign-in, and when a code was sent to it. */
    email?: string;
    sentAt?: number;
  }
}

const root = createRootRoute({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: 'sign-in',
  component: lazyRouteComponent(() => import('./session/SignInPage.tsx'), 'SignInPage'),
  beforeLoad: async () => {
    if (await session.start()) throw redirect({ to: '/', replace: true });
  },
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: PortalLayout,
  beforeLoad: async ({ location }) => {
    if (await session.start()) return;
    throw redirect({ to: '/sign-in', replace: true, state: { from: location.href } });
  },
});

const home = createRoute({ getParentRoute: () => inside, path: '/', component: HomePage });

export const router = createRouter({
  routeTree: root.addChildren([signIn, inside.addChildren([home])]),
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});
