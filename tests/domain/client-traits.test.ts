import { describe, expect, test } from 'vitest';
import { traitsOf } from '#domain/client-traits.ts';

const traitOf = (kind: string, fields: Parameters<typeof traitsOf>[0]) =>
  traitsOf(fields).find((trait) => trait.kind === kind)?.value;

describe('C11 what a client is known again by', () => {
  test.each([
    ['Acme Robotics', 'ACME  Robotics, Inc.'],
    ['Café Müller', 'Cafe Muller GmbH'],
    ['Acme-Robotics', 'The Acme Robotics Group'],
    ['Lagoon', 'Lagoon S.A.'],
    ['日本商事', '日本商事 Co., Ltd.'],
  ])('%s is %s', (one, other) => {
    expect(traitOf('name', { name: one })).toBe(traitOf('name', { name: other }));
  });

  test.each([
    ['Acme Robotics', 'Acme Optics'],
    ['Group', 'Holding'],
    ['A.B. Systems', 'B.A. Systems'],
  ])('%s is not %s', (one, other) => {
    expect(traitOf('name', { name: one })).not.toBe(traitOf('name', { name: other }));
  });

  test('a name of signs alone is nobody’s', () => {
    expect(traitsOf({ name: '!!!', website: null, taxId: '--' })).toEqual([]);
  });

  test('a website is its host, unless everybody has a page there', () => {
    const host = (website: string) => traitOf('domain', { website });
    expect(host('https://www.Acme.test/en?x=1')).toBe('acme.test');
    expect(host('http://acme.test')).toBe('acme.test');
    expect(host('https://shop.acme.test')).not.toBe('acme.test');
    expect(host('https://www.facebook.com/acme')).toBeUndefined();
  });

  test('a tax id is its letters and digits', () => {
    expect(traitOf('taxId', { taxId: 'de 123.456-789' })).toBe('DE123456789');
  });
});
