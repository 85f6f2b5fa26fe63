import type { Page } from 'playwright-core';
import { firstOffers } from '#contracts/offers.ts';
import { permissions } from '#contracts/permissions.ts';

const keys: ReadonlySet<string> = new Set(permissions);

/** Names and values that tests put into records; they are the same in every language. */
const given = new Set([
  'Acme Robotics',
  'Acme Robotics GmbH',
  'ACM',
  'Ana Ruiz',
  'Blue Harbor Foods',
  'Bolt',
  'bolt.test',
  'Certificate 2024',
  'Engineer',
  'EUR',
  'Foyer',
  'Gold',
  'iso_9001',
  'ISO 9001',
  'Key account',
  'Mara Lindqvist',
  'Never on Fridays',
  'Operator',
  'osha',
  'OSHA safety induction',
  'Retainer',
  'Retainer, Key account',
  'Send the quote',
  'Test Studio',
  'Tier',
  'Twice',
  'Twice Ltd',
  'United States',
  'Website relaunch',
]);

/** What no language writes otherwise: initials, addresses, numbers, keys of permissions. */
const data = /^([A-Z]{1,2}|\?|[\w.+-]+@[\w.-]+|\d.*|\(415\).*|418 Foundry.*|clients\.\w+)$/;

/** What is sold is called as its operator wrote it. */
const offered = new Set(firstOffers.flatMap(({ name, summary }) => [name, summary]));

/**
 * Texts on screen that no translator could reach. In the pseudo language every translated text has letters
 * that English has not.
 */
export async function untranslated(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (
        text === '' ||
        !parent ||
        parent.closest('time, kbd, script, style, title, [inert], [translate="no"]')
      )
        continue;
      if (parent.checkVisibility()) found.push(text);
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder]')) {
      if (element.closest('[inert], [aria-hidden="true"]')) continue;
      found.push(element.getAttribute('aria-label') ?? '', element.getAttribute('placeholder') ?? '');
    }
    return found;
  });
  const reached = (text: string) =>
    !/[A-Za-z]{2}/.test(text) ||
    /[^\p{ASCII}]/u.test(text) ||
    [data.test(text), given.has(text), keys.has(text), offered.has(text)].some(Boolean);
  return [...new Set(texts.filter((text) => text !== '' && !reached(text)))];
}
