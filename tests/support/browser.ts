import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { password, whereabouts } from './given.ts';

/** Nothing but the pages under test: no updates, no telemetry, no first-run pages, and no graphics card to imitate. */
const quiet = [
  '--disable-gpu',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-first-run',
];

/**
 * Playwright says itself how to be headless, one process for everything does not outlive a second visit, drawing by
 * an imitated graphics card is slow, and a page must not be allowed what no browser of a user allows.
 */
const unwanted =
  /^--(headless|single-process|disk-cache-size|.*gpu|use-gl|use-angle|enable-unsafe|allow-running-insecure|disable-web-security)/;

/** The browser that npm brought along on Linux, an installed Chrome elsewhere. */
async function launch(): Promise<Browser> {
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome', args: quiet });
  // Makes the package unpack its own libraries and fonts too; it reads this when it is imported.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const args = [...packed.args.filter((arg) => !unwanted.test(arg)), ...quiet];
  return chromium.launch({ executablePath: await packed.executablePath(), args, headless: true });
}

interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the page complained about in the console. */
  complaints: string[];
}

interface VisitOptions {
  /** Where to begin. */
  path?: string;
  colorScheme?: 'light' | 'dark';
  width?: number;
  height?: number;
}

/** Everything a page says in the console that its developer would want to hear. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** Fills in the sign-in form that is on screen. */
export async function enterPassword(page: Page, email: string): Promise<void> {
  const field = page.getByLabel('Work e-mail');
  if (await field.isEditable()) await field.fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** One browser for all tests of a file; each visit is a stranger with cookies of its own. */
export function useBrowser() {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function visit({ path, colorScheme = 'light', width = 1280, height = 800 }: VisitOptions = {}) {
    if (!browser) throw new Error('the browser is not there yet');
    const { port } = new URL(whereabouts().url);
    const context = await browser.newContext({
      baseURL: `http://app.localhost:${port}`,
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'Europe/Lisbon',
    });
    return { context, ...(await open(context, path)) };
  }

  /** Another tab of a visit, signed in as it is. */
  async function open(context: BrowserContext, path?: string) {
    const page = await context.newPage();
    const complaints = listen(page);
    if (path) await page.goto(path);
    return { page, complaints };
  }

  /** A visit that has signed in through the form and arrived where it wanted to. */
  async function signIn(email: string, { path = '/clients', ...options }: VisitOptions = {}): Promise<Visit> {
    const visited = await visit({ ...options, path: `/sign-in?next=${encodeURIComponent(path)}` });
    const { page } = visited;
    await enterPassword(page, email);
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    return visited;
  }

  return { visit, open, signIn };
}
