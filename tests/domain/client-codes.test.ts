import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClientCode } from '#contracts/schemas/client.ts';
import { candidatesFor, suggest } from '#domain/client-codes.ts';

const none = { taken: async () => new Set<string>() };

test.each([
  ['Acme Robotics', 'ACM'],
  ['Cedar & Pine Architects', 'CED'],
  ['3M', '3MX'],
  ['Äpfel & Öl', 'APF'],
  ['日本', 'CLI'],
  ['Яндекс', 'YAN'],
  ['Ελληνική Τράπεζα', 'ELL'],
  ['삼성전자', 'SAM'],
  ['Łódź', 'LOD'],
  ['Straße & Söhne', 'STR'],
])('%s suggests %s first', async (name, code) => {
  expect((await suggest(none, name)).code).toBe(code);
});

test('whatever the name, every candidate is a valid code and there are some', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const candidates = candidatesFor(name);
      expect(candidates.length).toBeGreaterThan(2);
      for (const code of candidates) expect(ClientCode.safeParse(code).success).toBe(true);
    }),
  );
});

test('taken codes are passed over, and two alternatives follow', async () => {
  const { code, alternatives } = await suggest(
    { taken: async () => new Set(['ACM', 'ACR']) },
    'Acme Robotics',
  );
  expect([code, ...alternatives]).not.toContain('ACM');
  expect(new Set([code, ...alternatives]).size).toBe(3);
});

test('C2 where all that a name suggests are taken it goes on counting, and there are always three', async () => {
  const taken = new Set<string>();
  for (let n = 0; n < 300; n += 1) {
    const { code, alternatives } = await suggest({ taken: async () => taken }, '東京');
    const all = [code, ...alternatives];
    expect(new Set(all).size).toBe(3);
    for (const one of all) expect(ClientCode.safeParse(one).success && !taken.has(one ?? '')).toBe(true);
    taken.add(code ?? '');
  }
});
