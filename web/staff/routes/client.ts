import { createRoute } from '@tanstack/react-router';
import type { ClientId, ContactId, ProjectId } from '#contracts/ids.ts';
import { pageCatalogue } from '#contracts/pages.ts';
import { app } from './frame.ts';
import { paging, text } from './search.ts';

const client = createRoute({
  getParentRoute: () => app,
  path: 'clients/$clientId',
  params: {
    parse: ({ clientId }) => ({ clientId: clientId as ClientId }),
    stringify: ({ clientId }) => ({ clientId }),
  },
  staticData: { needs: pageCatalogue.clients },
}).lazy(() => import('../clients/ClientPage.tsx').then((module) => module.route));

const overview = createRoute({ getParentRoute: () => client, id: 'overview' }).lazy(() =>
  import('../clients/Overview.tsx').then((module) => module.route),
);
const overviewIndex = createRoute({ getParentRoute: () => overview, path: '/' });
const editClient = createRoute({
  getParentRoute: () => overview,
  path: 'edit',
  staticData: { needs: { feature: 'clients', permission: 'clients.update' } },
}).lazy(() => import('../clients/EditClient.tsx').then((module) => module.route));

const contacts = createRoute({
  getParentRoute: () => client,
  path: 'contacts',
  staticData: { needs: pageCatalogue.contacts },
}).lazy(() => import('../contacts/ContactsTab.tsx').then((module) => module.route));

const newContact = createRoute({
  getParentRoute: () => contacts,
  path: 'new',
  staticData: { needs: { feature: 'clients', permission: 'stakeholders.manage' } },
}).lazy(() => import('../contacts/NewContact.tsx').then((module) => module.route));

const contact = createRoute({
  getParentRoute: () => contacts,
  path: '$contactId',
  params: {
    parse: ({ contactId }) => ({ contactId: contactId as ContactId }),
    stringify: ({ contactId }) => ({ contactId }),
  },
  staticData: { needs: pageCatalogue.contacts },
}).lazy(() => import('../contacts/ContactPage.tsx').then((module) => module.route));

const editContact = createRoute({
  getParentRoute: () => contacts,
  path: '$contactId/edit',
  params: {
    parse: ({ contactId }) => ({ contactId: contactId as ContactId }),
    stringify: ({ contactId }) => ({ contactId }),
  },
  staticData: { needs: { feature: 'clients', permission: 'stakeholders.manage' } },
}).lazy(() => import('../contacts/EditContact.tsx').then((module) => module.route));

const contactNotes = createRoute({
  getParentRoute: () => contacts,
  path: '$contactId/notes',
  params: {
    parse: ({ contactId }) => ({ contactId: contactId as ContactId }),
    stringify: ({ contactId }) => ({ contactId }),
  },
  staticData: { needs: pageCatalogue.activity },
}).lazy(() => import('../notes/ContactNotes.tsx').then((module) => module.route));

const projects = createRoute({
  getParentRoute: () => client,
  path: 'projects',
  validateSearch: paging,
  staticData: { needs: pageCatalogue.projects },
}).lazy(() => import('../projects/ProjectsTab.tsx').then((module) => module.route));

const newProject = createRoute({
  getParentRoute: () => projects,
  path: 'new',
  staticData: { needs: { feature: 'projects', permission: 'projects.create' } },
}).lazy(() => import('../projects/NewProject.tsx').then((module) => module.route));

const editProject = createRoute({
  getParentRoute: () => projects,
  path: '$projectId',
  params: {
    parse: ({ projectId }) => ({ projectId: projectId as ProjectId }),
    stringify: ({ projectId }) => ({ projectId }),
  },
  staticData: { needs: { feature: 'projects', permission: 'projects.update' } },
}).lazy(() => import('../projects/EditProject.tsx').then((module) => module.route));
const companies = createRoute({
  getParentRoute: () => client,
  path: 'companies',
  staticData: { needs: pageCatalogue.companies },
}).lazy(() => import('../companies/CompaniesTab.tsx').then((module) => module.route));
const rates = createRoute({
  getParentRoute: () => client,
  path: 'rates',
  /** The brand or project whose rates are shown; none for the client's own. */
  validateSearch: ({ level }: Record<string, unknown>): { level?: string } =>
    typeof level === 'string' ? { level } : {},
  staticData: { needs: pageCatalogue.rates },
}).lazy(() => import('../rates/RatesTab.tsx').then((module) => module.route));
const compliance = createRoute({
  getParentRoute: () => client,
  path: 'compliance',
  staticData: { needs: pageCatalogue.compliance },
}).lazy(() => import('../requirements/RequirementsTab.tsx').then((module) => module.route));

const clientSettings = createRoute({
  getParentRoute: () => client,
  path: 'settings',
  staticData: { needs: pageCatalogue.clientSettings },
}).lazy(() => import('../client-settings/ClientSettingsTab.tsx').then((module) => module.route));

const activity = createRoute({
  getParentRoute: () => client,
  path: 'activity',
  validateSearch: (
    search: Record<string, unknown>,
  ): {
    type?: string | undefined;
    actor?: string | undefined;
    from?: string | undefined;
    to?: string | undefined;
  } => ({
    type: text(search.type),
    actor: text(search.actor),
    from: text(search.from),
    to: text(search.to),
  }),
  staticData: { needs: pageCatalogue.activity },
}).lazy(() => import('../activity/ActivityTab.tsx').then((module) => module.route));

/** The record of one client: a tab each. */
export const clientTree = client.addChildren([
  overview.addChildren([overviewIndex, editClient]),
  contacts.addChildren([newContact, contact, editContact, contactNotes]),
  projects.addChildren([newProject, editProject]),
  companies,
  rates,
  compliance,
  activity,
  clientSettings,
]);
