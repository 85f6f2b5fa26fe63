import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { type EventType, eventTypes } from '#contracts/events.ts';
import type { ClientId, ContactId, ProjectId } from '#contracts/ids.ts';
import { pageCatalogue } from '#contracts/pages.ts';
import { clientsTree, duplicatePairs, mergeClients } from './routes/clients.ts';
import { app, root } from './routes/frame.ts';
import { operatorTree } from './routes/operator.ts';
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

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Where a list stands that is read page by page. */
const paging = (
  search: Record<string, unknown>,
): { cursor?: string | undefined; page?: string | undefined } => ({
  cursor: text(search.cursor),
  page: text(search.page),
});

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

const client = createRoute({
  getParentRoute: () => app,
  path: 'clients/$clientId',
  params: {
    parse: ({ clientId }) => ({ clientId: clientId as ClientId }),
    stringify: ({ clientId }) => ({ clientId }),
  },
  staticData: { needs: pageCatalogue.clients },
}).lazy(() => import('./clients/ClientPage.tsx').then((module) => module.route));

const overview = createRoute({ getParentRoute: () => client, id: 'overview' }).lazy(() =>
  import('./clients/Overview.tsx').then((module) => module.route),
);
const overviewIndex = createRoute({ getParentRoute: () => overview, path: '/' });
const editClient = createRoute({
  getParentRoute: () => overview,
  path: 'edit',
  staticData: { needs: { feature: 'clients', permission: 'clients.update' } },
}).lazy(() => import('./clients/EditClient.tsx').then((module) => module.route));

const contacts = createRoute({
  getParentRoute: () => client,
  path: 'contacts',
  staticData: { needs: pageCatalogue.contacts },
}).lazy(() => import('./contacts/ContactsTab.tsx').then((module) => module.route));

const newContact = createRoute({
  getParentRoute: () => contacts,
  path: 'new',
  staticData: { needs: { feature: 'clients', permission: 'stakeholders.manage' } },
}).lazy(() => import('./contacts/NewContact.tsx').then((module) => module.route));

const editContact = createRoute({
  getParentRoute: () => contacts,
  path: '$contactId',
  params: {
    parse: ({ contactId }) => ({ contactId: contactId as ContactId }),
    stringify: ({ contactId }) => ({ contactId }),
  },
  staticData: { needs: { feature: 'clients', permission: 'stakeholders.manage' } },
}).lazy(() => import('./contacts/EditContact.tsx').then((module) => module.route));

const contactNotes = createRoute({
  getParentRoute: () => contacts,
  path: '$contactId/notes',
  params: {
    parse: ({ contactId }) => ({ contactId: contactId as ContactId }),
    stringify: ({ contactId }) => ({ contactId }),
  },
  staticData: { needs: pageCatalogue.activity },
}).lazy(() => import('./notes/ContactNotes.tsx').then((module) => module.route));

const projects = createRoute({
  getParentRoute: () => client,
  path: 'projects',
  validateSearch: paging,
  staticData: { needs: pageCatalogue.projects },
}).lazy(() => import('./projects/ProjectsTab.tsx').then((module) => module.route));

const newProject = createRoute({
  getParentRoute: () => projects,
  path: 'new',
  staticData: { needs: { feature: 'projects', permission: 'projects.create' } },
}).lazy(() => import('./projects/NewProject.tsx').then((module) => module.route));

const editProject = createRoute({
  getParentRoute: () => projects,
  path: '$projectId',
  params: {
    parse: ({ projectId }) => ({ projectId: projectId as ProjectId }),
    stringify: ({ projectId }) => ({ projectId }),
  },
  staticData: { needs: { feature: 'projects', permission: 'projects.update' } },
}).lazy(() => import('./projects/EditProject.tsx').then((module) => module.route));
const companies = createRoute({
  getParentRoute: () => client,
  path: 'companies',
  staticData: { needs: pageCatalogue.companies },
}).lazy(() => import('./companies/CompaniesTab.tsx').then((module) => module.route));
const rates = createRoute({
  getParentRoute: () => client,
  path: 'rates',
  /** The brand or project whose rates are shown; none for the client's own. */
  validateSearch: ({ level }: Record<string, unknown>): { level?: string } =>
    typeof level === 'string' ? { level } : {},
  staticData: { needs: pageCatalogue.rates },
}).lazy(() => import('./rates/RatesTab.tsx').then((module) => module.route));
const compliance = createRoute({
  getParentRoute: () => client,
  path: 'compliance',
  staticData: { needs: pageCatalogue.compliance },
}).lazy(() => import('./requirements/RequirementsTab.tsx').then((module) => module.route));

const clientSettings = createRoute({
  getParentRoute: () => client,
  path: 'settings',
  staticData: { needs: pageCatalogue.clientSettings },
}).lazy(() => import('./client-settings/ClientSettingsTab.tsx').then((module) => module.route));

const activity = createRoute({
  getParentRoute: () => client,
  path: 'activity',
  validateSearch: (
    search: Record<string, unknown>,
  ): { type?: EventType | undefined; actor?: string | undefined } => ({
    type: eventTypes.find((type) => type === search.type),
    actor: text(search.actor),
  }),
  staticData: { needs: pageCatalogue.activity },
}).lazy(() => import('./activity/ActivityTab.tsx').then((module) => module.route));

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
    client.addChildren([
      overview.addChildren([overviewIndex, editClient]),
      contacts.addChildren([newContact, editContact, contactNotes]),
      projects.addChildren([newProject, editProject]),
      companies,
      rates,
      compliance,
      activity,
      clientSettings,
    ]),
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
