import { expect, test } from 'vitest';
import { addressText } from '../../web/staff/clients/addressText.ts';

test.each([
  [
    { line1: '418 Foundry St', city: 'Oakland', region: 'CA', postalCode: '94607', country: 'US' },
    '418 Foundry St, Oakland, CA 94607, United States',
  ],
  [
    { line1: 'Torstr. 1', line2: 'Hof', city: 'Berlin', region: null, postalCode: '10119', country: 'DE' },
    'Torstr. 1, Hof, 10119 Berlin, Germany',
  ],
  [
    { line1: '7 Mill Lane', city: 'Bath', postalCode: 'BA1 2QF', country: 'GB' },
    '7 Mill Lane, Bath, BA1 2QF, United Kingdom',
  ],
  // What the country would not write stays to be seen.
  [
    { line1: 'Quai 3', city: 'Nantes', region: 'Loire', postalCode: '44000', country: 'FR' },
    'Quai 3, 44000 Nantes, Loire, France',
  ],
  [
    { line1: '丸の内2-4-1', city: '千代田区', region: '東京都', postalCode: '100-0005', country: 'JP' },
    '〒100-0005, 東京都, 丸の内2-4-1, 千代田区, Japan',
  ],
  [{ line1: 'Somewhere 1', city: 'Nowhere', country: '' }, 'Somewhere 1, Nowhere'],
])('the parts of %j stand in the order of its country', (place, text) => {
  expect(addressText(place, 'en')).toBe(text);
});
