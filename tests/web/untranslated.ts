import type { Page } from 'playwright-core';
import { firstOffers } from '#contracts/offers.ts';
import { permissions } from '#contracts/permissions.ts';

const keys: ReadonlySet<string> = new Set(permissions);

/** Names and values that tests put into records; they are the same in every language. */
const data =
  /^(Acme Robotics|Acme Robotics GmbH|Bolt|ISO 9001|iso_9001|OSHA safety induction|osha|Certificate 2024|bolt\.test|Engineer|Tier|Gold|Blue Harbor Foods|Test Studio|Mara Lindqvist|Ana Ruiz|Foyer|(Retainer, )?Key account|Retainer|ACM|EUR|[A-Z]{1,2}|\?|[\w.+-]+@[\w.-]+|\d.*|\(415\).*|418 Foundry.*|United States|Website relaunch|Never on Fridays|Send the quote|clients\.\w+|Operator)$/;

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
    [data.test(text), keys.has(text), offered.has(text)].some(Boolean);
  return [...new Set(texts.filter((text) => text !== '' && !reached(text)))];
}
