import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { pageCatalogue } from '#contracts/pages.ts';
import { clientTree } from './routes/client.ts';
import { clientsTree, duplicatePairs, mergeClients } from './routes/clients.ts';
import { app, root } from './routes/frame.ts';
import { operatorTree } from './routes/operator.ts';
import { paging, text } from './routes/search.ts';
import { settingsTree } from './routes/settings.ts';
import { safeNext } from './session/next.ts';
import { session } from './session/session.ts';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { RouteError } from './shell/RouteError.tsx';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The address given before the sign-in, and when something was mailed to it. */
    email?: string;
    sentAt?: number;
    /** What the sign-in page has to tell. */
    notice?: 'password-changed';
  }
  interface Register {
    router: typeof router;
  }
}

/** Pages for whoever is not signed in; others are sent on to where they wanted to go. */
const door = {
  getParentRoute: () => root,
  validateSearch: (search: Record<string, unknown>): { next?: string | undefined } => ({
    next: text(search.next),
  }),
  beforeLoad: async ({ search }: { search: { next?: string | undefined } }) => {
    if (await session.start()) throw redirect({ href: safeNext(search.next), replace: true });
  },
};
const signIn = createRoute({ ...door, path: 'sign-in' }).lazy(() =>
  import('./session/SignInPage.tsx').then((module) => module.route),
);
const signUp = createRoute({ ...door, path: 'sign-up' }).lazy(() =>
  import('./session/SignUpPage.tsx').then((module) => module.route),
);
const forgot = createRoute({ ...door, path: 'forgot' }).lazy(() =>
  import('./session/ForgotPage.tsx').then((module) => module.route),
);

/** For everybody; whether somebody is signed in is known before the page asks for anything. */
const pricing = createRoute({
  getParentRoute: () => root,
  path: 'pricing',
  beforeLoad: async () => void (await session.start()),
}).lazy(() => import('./pricing/PricingPage.tsx').then((module) => module.route));
/** For whoever holds the link, signed in or not. */
const invite = createRoute({
  getParentRoute: () => root,
  path: 'invite/$token',
  beforeLoad: async () => {
    await session.start();
  },
}).lazy(() => import('./joining/InvitePage.tsx').then((module) => module.route));

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/clients', replace: true });
  },
});

const followUps = createRoute({
  getParentRoute: () => app,
  path: 'follow-ups',
  staticData: { needs: pageCatalogue.followUps },
}).lazy(() => import('./follow-ups/MyDayPage.tsx').then((module) => module.route));

const trash = createRoute({
  getParentRoute: () => app,
  path: 'trash',
  validateSearch: paging,
  staticData: { needs: pageCatalogue.trash },
}).lazy(() => import('./trash/TrashPage.tsx').then((module) => module.route));

const profile = createRoute({ getParentRoute: () => app, path: 'me' }).lazy(() =>
  import('./me/ProfilePage.tsx').then((module) => module.route),
);

const elsewhere = createRoute({ getParentRoute: () => app, path: '$', component: NotFoundPage });

const routeTree = root.addChildren([
  signIn,
  signUp,
  forgot,
  pricing,
  operatorTree,
  invite,
  app.addChildren([
    home,
    clientsTree,
    duplicatePairs,
    mergeClients,
    clientTree,
    followUps,
    trash,
    profile,
    settingsTree,
    elsewhere,
  ]),
]);

/** Search parameters are plain strings, so that an address reads as it was typed. */
const parseSearch = (search: string) => Object.fromEntries(new URLSearchParams(search));
function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string' && entry[1] !== '';
  });
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: () => <NotFoundPage />,
  defaultPendingMs: 300,
  defaultPendingMinMs: 0,
  // The pages scroll inside the panel, each in its own box.
  scrollRestoration: false,
});
