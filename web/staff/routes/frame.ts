import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router';
import type { Demand } from '#contracts/access.ts';
import { queryClient } from '../queryClient.ts';
import { meQuery } from '../session/me.ts';
import { session } from '../session/session.ts';
import { AppLayout } from '../shell/AppLayout.tsx';
import { StartPage } from '../shell/StartPage.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What opens the page: the layout shows the 404 page where its module is off, the 403 page without its key. */
    needs?: Demand;
  }
}

export const root = createRootRoute({ component: Outlet });

/** Lets in whoever is signed in, and knows him from then on; others sign in first and come back. */
export async function enter({ location }: { location: { href: string } }): Promise<void> {
  if (!(await session.start())) {
    const next = location.href === '/' ? undefined : location.href;
    throw redirect({ to: '/sign-in', search: { next }, replace: true });
  }
  await queryClient.ensureQueryData(meQuery);
}

/** Everything behind the sign-in. */
export const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: AppLayout,
  pendingComponent: StartPage,
  beforeLoad: enter,
});
