import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailText, normalEmail } from '#contracts/email-text.ts';
import { PersonEmail } from '#contracts/schemas/text.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyzäöüßéñøłаяж用户例子広告עברαω'];
const label = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });
const tops = fc.constantFrom('de', 'test', 'com', '广告', 'рф');
const domain = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), tops)
  .map(([labels, top]) => [...labels, top].join('.'))
  .filter((name) => domainToASCII(name) !== '');

describe('S1 IDN safe', () => {
  test.each([
    ['jörg@münchen.de', 'jörg@xn--mnchen-3ya.de'],
    ['a@münchen.de', 'a@xn--mnchen-3ya.de'],
    ['a@XN--MNCHEN-3YA.DE', 'a@xn--mnchen-3ya.de'],
    ['用户@例子.广告', '用户@xn--fsqu00a.xn--4rr70v'],
    ['Ana+Work@Acme.TEST', 'ana+work@acme.test'],
    ['jo\u0308rg@acme.test', 'jörg@acme.test'],
    ['a@faß.de', 'a@xn--fa-hia.de'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(PersonEmail.parse(typed)).toBe(kept);
  });

  test.each([
    'nobody',
    '@acme.test',
    'a@acme',
    'a@localhost',
    'a@1.2.3.4',
    'a@[::1]',
    'a@acme.test/path',
    'a@acme.test:80',
    'a@b@acme.test',
    'a b@acme.test',
    'a..b@acme.test',
    '.a@acme.test',
    'a@acme..test',
    'a@xn--.test',
    'a@%61cme.test',
    'a\u200b@acme.test',
    `a@${'ü'.repeat(60)}.${'ü'.repeat(60)}.de`,
  ])('%s is no address', (typed) => {
    expect(PersonEmail.safeParse(typed).success).toBe(false);
  });

  test('either spelling of a domain is one address, and is read as it is written', () => {
    fc.assert(
      fc.property(domain, (name) => {
        const kept = normalEmail(`ana@${name}`);
        fc.pre(kept !== null);
        expect(kept).toBe(`ana@${domainToASCII(name)}`);
        expect(normalEmail(`ana@${name.toUpperCase()}`)).toBe(
          normalEmail(`ana@${name.toUpperCase().toLowerCase()}`),
        );
        expect(normalEmail(kept)).toBe(kept);
        expect(emailText(kept)).toBe(`ana@${domainToUnicode(name)}`);
        expect(normalEmail(emailText(kept))).toBe(kept);
      }),
    );
  });

  test('what is no punycode is shown as it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abz019-'), maxLength: 20 }), (tail) => {
        expect(emailText(`a@xn--${tail}.de`)).toMatch(/^a@.+\.de$/s);
      }),
    );
    expect(emailText('a@xn--A.de')).toBe('a@xn--A.de');
  });
});
