import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenOperator } from '#tests/support/given.ts';
import { expectNoFindings, givenPages, heading } from './given-pages.ts';
import { untranslated } from './untranslated.ts';

const browser = useBrowser();

/** What a page is told from: its heading, its title, and something that is there once it is done. */
interface PageCase {
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

let owner: string;
let operator: string;
let context: BrowserContext;
let operatorContext: BrowserContext;
let clientId: string;
let token: string;

const pages: PageCase[] = [
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
    name: 'client',
    path: () => `/clients/${clientId}`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('created Acme Robotics').waitFor(),
  },
  {
    name: 'edit client',
    path: () => `/clients/${clientId}/edit`,
    heading: 'Acme Robotics',
    done: (page) => page.getByRole('dialog', { name: 'Edit Acme Robotics' }).waitFor(),
  },
  {
    name: 'contacts',
    path: () => `/clients/${clientId}/contacts`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('(415) 555-0123').waitFor(),
  },
  {
    name: 'new contact',
    path: () => `/clients/${clientId}/contacts/new`,
    heading: 'Acme Robotics',
    done: (page) => page.getByRole('dialog', { name: 'New contact' }).waitFor(),
  },
  {
    name: 'projects',
    path: () => `/clients/${clientId}/projects`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('Website relaunch').waitFor(),
  },
  {
    name: 'new project',
    path: () => `/clients/${clientId}/projects/new`,
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
    name: 'activity',
    path: () => `/clients/${clientId}/activity`,
    heading: 'Acme Robotics',
    done: (page) => page.getByText('created Acme Robotics').waitFor(),
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
    name: 'lists',
    path: () => '/settings/lists',
    heading: 'Lists',
    done: (page) => page.getByLabel('Label of Health care').waitFor(),
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
    path: () => `/invite/${token}`,
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

beforeAll(async () => {
  ({ owner, clientId, token } = await givenPages());
  ({ context } = await browser.signIn(owner));
  operator = (await givenOperator()).person.email;
  ({ context: operatorContext } = await browser.signIn(operator, { path: '/operator' }));
});

/** A tab with the page in it, ready to be looked at. */
async function visit({ path, done, isPublic, who }: PageCase, at?: { width: number; height: number }) {
  const tab = isPublic
    ? await browser.visit({ path: path() })
    : await browser.open(who ? operatorContext : context);
  if (at) await tab.page.setViewportSize(at);
  if (!isPublic) await tab.page.goto(path());
  await done(tab.page);
  return tab;
}

describe.each(pages)('$name', (each) => {
  test('PAGE-1 PAGE-8 one h1, its own title, and a silent console', async () => {
    const { page, complaints } = await visit(each);
    expect(await page.locator('h1').allTextContents()).toEqual([each.heading]);
    expect(await page.title()).toBe(each.title ?? `${each.heading} · Test Studio`);
    if (!each.grumbles) expect(complaints).toEqual([]);
    await page.close();
  });

  test('PAGE-2 no finding of axe, in light and in dark', async () => {
    const { page } = await visit(each);
    await expectNoFindings(page);
    await page.close();
  });

  test('PAGE-3 nothing to scroll sideways at 320 px', async () => {
    const { page } = await visit(
      { ...each, done: (page) => heading(page).waitFor() },
      { width: 320, height: 640 },
    );
    await page.setViewportSize({ width: 320, height: 640 });
    await page.waitForLoadState('networkidle');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });

  test('PAGE-9 no untranslated text', async () => {
    const tab = each.isPublic ? await browser.visit() : await browser.open(await pseudo(each.who));
    const path = each.path();
    await tab.page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=en-XA`);
    await heading(tab.page).waitFor();
    await tab.page.waitForLoadState('networkidle');
    expect(await untranslated(tab.page)).toEqual([]);
    await tab.page.close();
  });
});

const pseudoContexts = new Map<PageCase['who'], BrowserContext>();
/** A visit whose language stays the pseudo one. */
async function pseudo(who: PageCase['who']) {
  const known = pseudoContexts.get(who);
  if (known) return known;
  const { context: made } = who
    ? await browser.signIn(operator, { path: '/operator' })
    : await browser.signIn(owner);
  pseudoContexts.set(who, made);
  return made;
}
