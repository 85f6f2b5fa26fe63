import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { givenOperator } from '#tests/support/given.ts';
import { expectNoFindings, givenPages, heading } from './given-pages.ts';
import { type PageCase, pageCases, shown } from './page-cases.ts';
import { untranslated } from './untranslated.ts';

const browser = useBrowser();

let owner: string;
let operator: string;
let context: BrowserContext;
let operatorContext: BrowserContext;

beforeAll(async () => {
  const given = await givenPages();
  owner = given.owner;
  const { clientId, contactId, bulkEditId, token } = given;
  Object.assign(shown, { clientId, contactId, bulkEditId, token });
  ({ context } = await browser.signIn(owner));
  operator = (await givenOperator()).person.email;
  ({ context: operatorContext } = await browser.signIn(operator, { path: '/operator' }));
});

/** A tab with the page in it, ready to be looked at. */
async function visit({ path, done, isPublic, who }: PageCase) {
  const tab = isPublic
    ? await browser.visit({ path: path() })
    : await browser.open(who ? operatorContext : context);
  if (!isPublic) await tab.page.goto(path());
  await done(tab.page);
  return tab;
}

describe.each(pageCases)('$name', (each) => {
  let tab: Awaited<ReturnType<typeof visit>>;
  beforeAll(async () => {
    tab = await visit(each);
  });
  afterAll(() => tab?.page.close());

  test('PAGE-1 PAGE-8 one h1, its own title, and a silent console', async () => {
    expect(await tab.page.locator('h1').allTextContents()).toEqual([each.heading]);
    expect(await tab.page.title()).toBe(each.title ?? `${each.heading} · Test Studio`);
    if (!each.grumbles) expect(tab.complaints).toEqual([]);
  });

  test('PAGE-2 no finding of axe, in light and in dark', () => expectNoFindings(tab.page));

  test('PAGE-3 nothing to scroll sideways at 320 px', async () => {
    await tab.page.setViewportSize({ width: 320, height: 640 });
    await tab.page.waitForLoadState('networkidle');
    const overflow = await tab.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('PAGE-9 no untranslated text', async () => {
    const { page } = each.isPublic ? await browser.visit() : await browser.open(await pseudo(each.who));
    const path = each.path();
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=en-XA`);
    await heading(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await untranslated(page)).toEqual([]);
    await page.close();
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
