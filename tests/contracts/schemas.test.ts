import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClientCreate } from '#contracts/schemas/client.ts';
import { Email, line, text, Website } from '#contracts/schemas/text.ts';

describe('a website', () => {
  test.each([
    ['acme.com', 'https://acme.com'],
    ['  acme.com/path  ', 'https://acme.com/path'],
    ['http://acme.com', 'http://acme.com'],
    ['acme.com:8080', 'https://acme.com:8080'],
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

describe('a line of text', () => {
  test.each([
    ['spaces', '   '],
    ['nothing', ''],
    ['a NUL', 'a\u0000b'],
    ['a line break', 'a\nb'],
    ['a direction override', 'a\u202Eb'],
    ['too much', 'x'.repeat(121)],
    ['a space of no width', '\u200b'],
    ['nothing but what is not drawn', '\u2060 \u3164\ufe0f\u2800'],
    ['half a surrogate pair', 'Ana \ud83d'],
  ])('refuses %s', (_, input) => {
    expect(line(120).safeParse(input).success).toBe(false);
    expect(text(1200).safeParse(input).success).toBe(input === 'a\nb' || input.length === 121);
  });

  test('keeps joiners and selectors where they join and select', () => {
    const joined = 'می\u200cخواهم 👩\u200d💻 ❤\ufe0f';
    expect(line(120).parse(joined)).toBe(joined);
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

  test('refuses a country that is none', () => {
    const address = { kind: 'billing', line1: '1 St', city: 'X', country: 'QX' };
    expect(ClientCreate.safeParse({ name: 'A', addresses: [address] }).success).toBe(false);
    expect(ClientCreate.safeParse({ name: 'A', addresses: [{ ...address, country: 'PT' }] }).success).toBe(
      true,
    );
  });
});
