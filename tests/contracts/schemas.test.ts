import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryCodes } from '#contracts/countries.ts';
import { ClientCreate } from '#contracts/schemas/client.ts';
import { Day, Email, line, text, Website } from '#contracts/schemas/text.ts';

describe('a website', () => {
  test.each([
    ['acme.com', 'https://acme.com'],
    ['  acme.com/path  ', 'https://acme.com/path'],
    ['http://acme.com', 'http://acme.com'],
    ['acme.com:8080', 'https://acme.com:8080'],
    ['https://ACME.com/', 'https://acme.com'],
    ['https://acme.com/a b?q=ü', 'https://acme.com/a%20b?q=%C3%BC'],
    ['https://acme.com/a/', 'https://acme.com/a/'],
  ])('%s is understood as %s', (input, expected) => {
    expect(Website.parse(input)).toBe(expected);
  });

  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'ftp://acme.com',
    'acme optics',
    'localhost',
    '',
    'https://',
    'https://user:pw@acme.com',
    'https://ac\nme.com/x',
    'https://acme.com/\tx',
    'https://acme.com/\u0000',
    'https://acme.com/\u202Emoc.live',
    'https://acme.com/\ud800',
  ])('%s is refused', (input) => {
    expect(Website.safeParse(input).success).toBe(false);
  });

  test('whatever is accepted is http or https with a domain', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.domain()), (input) => {
        const parsed = Website.safeParse(input);
        if (parsed.success) expect(new URL(parsed.data).protocol).toMatch(/^https?:$/);
      }),
    );
  });
});

test.each([
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2199-12-31', true],
  ['2200-01-01', false],
  ['0001-01-01', false],
  ['9999-12-31', false],
  ['2026-02-29', false],
])('the day %s may be meant: %s', (day, isMeant) => {
  expect(Day.safeParse(day).success).toBe(isMeant);
});

describe('a line of text', () => {
  test.each([
    ['spaces', '   '],
    ['nothing', ''],
    ['a NUL', 'a\u0000b'],
    ['a line break', 'a\nb'],
    ['a direction override', 'a\u202Eb'],
    ['too much', 'x'.repeat(121)],
    ['zero-width spaces', '\u200b\u200b'],
    ['a soft hyphen', '\u00ad'],
    ['a Hangul filler', '\u3164'],
    ['a blank braille cell', '\u2800'],
    ['a mark on nothing', '\u0301'],
    ['half a surrogate pair', 'Acme \ud83d'],
    ['the other half', '\ude00 Acme'],
    ['nothing but what is not drawn', '\u2060 \u3164\ufe0f\u2800'],
  ])('refuses %s', (_, input) => {
    expect(line(120).safeParse(input).success).toBe(false);
    expect(text(1200).safeParse(input).success).toBe(input === 'a\nb' || input.length === 121);
  });

  test('keeps joiners and selectors where they join and select', () => {
    const joined = 'می\u200cخواهم 👩\u200d💻 ❤\ufe0f';
    expect(line(120).parse(joined)).toBe(joined);
  });

  test.each(['株式会社', 'स्टूडियो', 'م\u200cن', '👩‍👩‍👧', '®', '7', '1️⃣'])('takes %s', (input) => {
    expect(line(120).parse(input)).toBe(input);
    expect(text(120).parse(input)).toBe(input);
  });

  test('of many lines asks for the same', () => {
    for (const input of ['\u200b\u2060', 'a\ud800']) expect(text(120).safeParse(input).success).toBe(false);
  });

  test('is trimmed and normalised, and keeps what looks like code', () => {
    expect(line(120).parse('  Cafe\u0301 <img onerror=x> =1+1 ')).toBe('Café <img onerror=x> =1+1');
  });
});

test('an e-mail folds its case and keeps plus-addresses apart', () => {
  expect(Email.parse(' Ana+Work@ACME.com ')).toBe('ana+work@acme.com');
  expect(Email.safeParse('not an address').success).toBe(false);
});

describe('a new client', () => {
  test('names every bad field at once', () => {
    const parsed = ClientCreate.safeParse({
      name: ' ',
      code: 'a',
      website: 'javascript:1',
      ownerId: 7,
      version: 3,
    });
    const paths = parsed.error?.issues.map(({ path, code }) =>
      code === 'unrecognized_keys' ? 'unknown' : path.join('/'),
    );
    expect(paths?.sort()).toEqual(['code', 'name', 'ownerId', 'unknown', 'website']);
  });

  test('C1 takes countries that are officially assigned, and no others', () => {
    const takes = (country: string) =>
      ClientCreate.safeParse({
        name: 'A',
        addresses: [{ kind: 'billing', line1: '1 St', city: 'X', country }],
      }).success;
    for (const country of ['EU', 'ZZ', 'UK', 'XK', 'AN', 'SU', 'UN', 'EZ'])
      expect(takes(country)).toBe(false);
    expect(countryCodes).toHaveLength(249);
    expect(countryCodes.filter((country) => !takes(country))).toEqual([]);
  });

  test('C1 has one address of a kind, and a tag once whatever its case', () => {
    const address = { kind: 'billing', line1: '1 St', city: 'X', country: 'PT' };
    const addresses = [address, { ...address, kind: 'service' }, address];
    const parsed = ClientCreate.safeParse({ name: 'A', addresses, tags: ['VIP', 'vip'] });
    expect(parsed.error?.issues.map(({ path }) => path.join('/'))).toEqual(['tags', 'addresses/2/kind']);
  });

  test('refuses a country that is none', () => {
    const address = { kind: 'billing', line1: '1 St', city: 'X', country: 'QX' };
    expect(ClientCreate.safeParse({ name: 'A', addresses: [address] }).success).toBe(false);
    expect(ClientCreate.safeParse({ name: 'A', addresses: [{ ...address, country: 'PT' }] }).success).toBe(
      true,
    );
  });
});
