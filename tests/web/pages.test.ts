import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
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
}

let owner: string;
let context: BrowserContext;
let clientId: string;

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
    name: 'rates',
    path: () => `/clients/${clientId}/rates`,
    heading: 'Acme Robotics',
    done: (page) => page.getByLabel('Regular, row 1, Engineer').waitFor(),
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
    name: 'not found',
    path: () => '/nowhere',
    heading: 'Page not found',
    done: (page) => page.getByRole('link', { name: 'Go to clients' }).waitFor(),
  },
];

beforeAll(async () => {
  ({ owner, clientId } = await givenPages());
  ({ context } = await browser.signIn(owner));
});

/** A tab with the page in it, ready to be looked at. */
async function visit({ path, done, isPublic }: PageCase, at?: { width: number; height: number }) {
  const tab = isPublic ? await browser.visit({ path: path() }) : await browser.open(context);
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
    expect(complaints).toEqual([]);
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
    const tab = each.isPublic ? await browser.visit() : await browser.open(await pseudo());
    await tab.page.goto(`${each.path()}?lang=en-XA`);
    await heading(tab.page).waitFor();
    await tab.page.waitForLoadState('networkidle');
    expect(await untranslated(tab.page)).toEqual([]);
    await tab.page.close();
  });
});

let pseudoContext: BrowserContext | undefined;
/** A visit whose language stays the pseudo one. */
async function pseudo() {
  pseudoContext ??= (await browser.signIn(owner)).context;
  return pseudoContext;
}
