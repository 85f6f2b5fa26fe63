import type { Page } from 'playwright-core';

/** What a page is told from: its heading, its title, and something that is there once it is done. */
export interface PageCase {
  name: string;
  path: () => string;
  heading: string;
  title?: string;
  done: (page: Page) => Promise<unknown>;
  /** Nobody needs to be signed in. */
  isPublic?: boolean;
  /** Who looks at it; the owner unless named. */
  who?: 'operator';
  /** The browser itself reports the answer that the page explains. */
  grumbles?: boolean;
}

/** What the pages show, once it is there. */
export const shown = { clientId: '', contactId: '', bulkEditId: '', token: '' };

/** Every page of the staff app. */
export const pageCases: PageCase[] = [
  {
    name: 'sign-in',
    path: () => '/sign-in',
    heading: 'Sign in',
    title: 'Sign in · Foyer',
    done: (page) => page.getByRole('button', { name: 'Sign in' }).waitFor(),
    isPublic: true,
  },
  {
    name: 'sign-up',
    path: () => '/sign-up',
    heading: 'Open a workspace',
    title: 'Open a workspace · Foyer',
    done: (page) => page.getByRole('button', { name: 'Open the workspace' }).waitFor(),
    isPublic: true,
  },
  {
    name: 'forgot',
    path: () => '/forgot',
    heading: 'Forgot your password?',
    title: 'Forgot your password? · Foyer',
    done: (page) => page.getByRole('button', { name: 'Send me a code' }).waitFor(),
    isPublic: true,
  },
  {
    name: 'clients',
    path: () => '/clients',
    heading: 'Clients',
    done: (page) => page.getByRole('link', { name: 'Acme Robotics' }).waitFor(),
  },
  {
    name: 'new client',
    path: () => '/clients/new',
    heading: 'Clients',
    done: (page) => page.getByRole('dialog', { name: 'New client' }).waitFor(),
  },
  {
    name: 'merge clients',
    path: () => `/clients/merge?keep=${shown.clientId}`,
    heading: 'Merge clients',
    done: (page) => page.getByRole('combobox', { name: 'Merge with' }).waitFor(),
  },
  {
    name: 'recent bulk changes',
    path: () => '/clients/bulk-edits',
    heading: 'Clients',
    done: (page) => page.getByRole('dialog').getByText('1 client changed').waitFor(),
  },
  {
    name: 'duplicates',
    path: () => '/clients/duplicates',
    heading: 'Duplicates',
    done: (page) => page.getByRole('article', { name: 'Twice and Twice Ltd' }).waitFor(),
  },
  {
    name: 'bulk change',
    path: () => `/clients/bulk-edits/${shown.bulkEditId}`,
    heading: 'Clients',
    done: (page) => page.getByRole('dialog').getByRole('link', { name: 'Acme Robotics' }).waitFor(),
  },
  {
    name: 'client',
    path: () => `/clients/${shown.clientId}`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('created Acme Robotics').waitFor(),
  },
  {
    name: 'edit client',
    path: () => `/clients/${shown.clientId}/edit`,
    heading: 'Acme Robotics',
    done: (page) => page.getByRole('dialog', { name: 'Edit Acme Robotics' }).waitFor(),
  },
  {
    name: 'contacts',
    path: () => `/clients/${shown.clientId}/contacts`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('(415) 555-0123').waitFor(),
  },
  {
    name: 'new contact',
    path: () => `/clients/${shown.clientId}/contacts/new`,
    heading: 'Acme Robotics',
    done: (page) => page.getByRole('dialog', { name: 'New contact' }).waitFor(),
  },
  {
    name: 'contact',
    path: () => `/clients/${shown.clientId}/contacts/${shown.contactId}`,
    heading: 'Acme Robotics',
    done: (page) => page.getByRole('dialog').getByText('Since', { exact: false }).waitFor(),
  },
  {
    name: 'edit contact',
    path: () => `/clients/${shown.clientId}/contacts/${shown.contactId}/edit`,
    heading: 'Acme Robotics',
    done: (page) => page.getByRole('dialog', { name: 'Edit Ana Ruiz' }).waitFor(),
  },
  {
    name: 'relationship notes',
    path: () => `/clients/${shown.clientId}/contacts/${shown.contactId}/notes`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('Never on Fridays').waitFor(),
  },
  {
    name: 'projects',
    path: () => `/clients/${shown.clientId}/projects`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('Website relaunch').waitFor(),
  },
  {
    name: 'new project',
    path: () => `/clients/${shown.clientId}/projects/new`,
    heading: 'Acme Robotics',
    done: (page) => page.getByRole('dialog', { name: 'New project' }).waitFor(),
  },
  {
    name: 'plan',
    path: () => '/settings/plan',
    heading: 'Plan and modules',
    done: (page) => page.getByRole('button', { name: 'Switch Projects off' }).waitFor(),
  },
  {
    name: 'pricing',
    path: () => '/pricing',
    heading: 'Pricing',
    title: 'Pricing · Foyer',
    done: (page) => page.getByRole('heading', { name: 'Add-ons' }).waitFor(),
    isPublic: true,
  },
  {
    name: 'explain',
    path: () => '/settings/explain?action=projects.view',
    heading: 'Explain access',
    done: (page) => page.getByText('You can see own projects.').waitFor(),
  },
  {
    name: 'operator workspaces',
    path: () => '/operator',
    heading: 'Workspaces',
    title: 'Workspaces · Operator',
    done: (page) => page.getByRole('cell', { name: 'Test Studio' }).first().waitFor(),
    who: 'operator',
  },
  {
    name: 'operator offers',
    path: () => '/operator/offers',
    heading: 'Plans and add-ons',
    title: 'Plans and add-ons · Operator',
    done: (page) => page.getByRole('link', { name: 'Agency', exact: true }).waitFor(),
    who: 'operator',
  },
  {
    name: 'operator offer',
    path: () => '/operator/offers/plan/solo/edit',
    heading: 'Solo',
    title: 'Solo · Operator',
    done: (page) => page.getByRole('dialog', { name: 'Edit Solo' }).waitFor(),
    who: 'operator',
  },
  {
    name: 'companies',
    path: () => `/clients/${shown.clientId}/companies`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('Acme Robotics GmbH').waitFor(),
  },
  {
    name: 'rates',
    path: () => `/clients/${shown.clientId}/rates`,
    heading: 'Acme Robotics',
    done: (page) => page.getByLabel('Regular, row 1, Engineer').waitFor(),
  },
  {
    name: 'client settings',
    path: () => `/clients/${shown.clientId}/settings`,
    heading: 'Acme Robotics',
    done: (page) => page.getByRole('combobox', { name: 'Payment terms' }).waitFor(),
  },
  {
    name: 'compliance',
    path: () => `/clients/${shown.clientId}/compliance`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('ISO 9001').first().waitFor(),
  },
  {
    name: 'standards',
    path: () => '/settings/standards',
    heading: 'Standards',
    done: (page) => page.getByText('ISO 9001').first().waitFor(),
  },
  {
    name: 'activity',
    path: () => `/clients/${shown.clientId}/activity`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('created Acme Robotics').waitFor(),
  },
  {
    name: 'my day',
    path: () => '/follow-ups',
    heading: 'My day',
    done: (page) => page.getByText('Send the quote').waitFor(),
  },
  {
    name: 'trash',
    path: () => '/trash',
    heading: 'Trash',
    done: (page) => page.getByRole('button', { name: 'Restore Blue Harbor Foods' }).waitFor(),
  },
  {
    name: 'profile',
    path: () => '/me',
    heading: 'Profile',
    done: (page) => page.getByRole('button', { name: 'Set up' }).waitFor(),
  },
  {
    name: 'general settings',
    path: () => '/settings/general',
    heading: 'General',
    done: (page) => page.getByRole('combobox', { name: 'Time zone' }).waitFor(),
  },
  {
    name: 'client defaults',
    path: () => '/settings/clients',
    heading: 'Client defaults',
    done: (page) => page.getByRole('combobox', { name: 'Payment terms' }).waitFor(),
  },
  {
    name: 'rate card',
    path: () => '/settings/rate-card',
    heading: 'Rate card',
    done: (page) => page.getByLabel('Regular, row 1, Designer').waitFor(),
  },
  {
    name: 'lists',
    path: () => '/settings/lists',
    heading: 'Lists',
    done: (page) => page.getByLabel('Label of Health care').waitFor(),
  },
  {
    name: 'fields',
    path: () => '/settings/fields',
    heading: 'Fields',
    done: (page) => page.getByRole('button', { name: 'Actions for Tier' }).waitFor(),
  },
  {
    name: 'team',
    path: () => '/settings/team',
    heading: 'Team',
    done: (page) => page.getByRole('button', { name: /^Resend to/ }).waitFor(),
  },
  {
    name: 'invite a colleague',
    path: () => '/settings/team/invite',
    heading: 'Team',
    done: (page) => page.getByRole('region', { name: 'What Basic may do' }).waitFor(),
  },
  {
    name: 'roles',
    path: () => '/settings/roles',
    heading: 'Roles',
    done: (page) => page.getByRole('checkbox', { name: 'See clients, Viewer' }).waitFor(),
  },
  {
    name: 'new role',
    path: () => '/settings/roles/new',
    heading: 'Roles',
    done: (page) => page.getByRole('region', { name: 'What Viewer may do' }).waitFor(),
  },
  {
    name: 'invitation',
    path: () => `/invite/${shown.token}`,
    heading: 'Join Test Studio',
    title: 'Join Test Studio · Foyer',
    done: (page) => page.getByRole('button', { name: 'Join', exact: true }).waitFor(),
    isPublic: true,
  },
  {
    name: 'an invitation that is none',
    path: () => `/invite/${'x'.repeat(43)}`,
    heading: 'This link leads nowhere',
    title: 'This link leads nowhere · Foyer',
    done: (page) => page.getByRole('link', { name: 'Go to sign in' }).waitFor(),
    isPublic: true,
    grumbles: true,
  },
  {
    name: 'not found',
    path: () => '/nowhere',
    heading: 'Page not found',
    done: (page) => page.getByRole('link', { name: 'Go to clients' }).waitFor(),
  },
];
