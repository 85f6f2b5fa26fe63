import { expect, test } from 'vitest';
import type * as z from 'zod';
import type { Route } from '#contracts/route.ts';
import { allRoutes } from '#contracts/routes.ts';

const SIZE = 100_000;
const filled = (unit: string, tail = '') => unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE) + tail;

/** What makes careless expressions run back and forth. */
const attacks = {
  letters: filled('a'),
  'letters and a stop': filled('a', '!'),
  addresses: filled('a@', '.'),
  ats: filled('@'),
  dots: filled('a.', '@'),
  spaces: filled(' ', 'x'),
  hyphens: filled('en-', '-'),
  protocols: filled('http://', ' '),
  host: `http://${filled('a.', '/ /')}`,
  schemes: filled('a+', ':'),
  digits: filled('1', 'x'),
  accents: `e${filled('\u0301\u0323')}`,
  'line ends': filled('\r\n'),
  slashes: filled('/'),
  capitals: filled('A', '\u0000'),
  zones: filled('Europe/', 'x'),
};

interface Internals {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
}

/** Values that bring a text to every place of a schema where a text can be. */
function* carrying(schema: z.ZodType, text: string): Generator<unknown> {
  const def = schema._zod.def as unknown as Internals;
  const inner = def.innerType ?? def.in;
  if (def.shape) {
    for (const [name, field] of Object.entries(def.shape)) {
      for (const value of carrying(field, text)) yield { [name]: value };
    }
  } else if (def.element) for (const value of carrying(def.element, text)) yield [value];
  else if (inner) yield* carrying(inner, text);
  else yield text;
}

/** All that comes from outside, by the route that takes it. */
function* inputs(route: Route): Generator<[string, z.ZodType]> {
  for (const [name, schema] of Object.entries(route.params)) yield [`{${name}}`, schema];
  for (const [name, schema] of Object.entries(route.query)) yield [`?${name}`, schema];
  if (route.body) yield ['body', route.body];
}

/** The best of several runs, so that what else the machine does counts little. */
function fastest(run: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return Math.min(...times);
}

/** One honest walk over a text of the same size: what two expressions cost. */
const walk = (text: string) =>
  fastest(() => {
    for (const pattern of [/^\P{Cs}*$/u, /\p{Cc}/u]) pattern.test(text);
  });

/** Every schema once, under the first place that uses it. */
const validators = new Map<z.ZodType, string>();
for (const { name, route } of allRoutes()) {
  for (const [where, schema] of inputs(route)) {
    if (!validators.has(schema)) validators.set(schema, `${name} ${where}`);
  }
}

const honest = new Map(Object.entries(attacks).map(([name, text]) => [name, Math.max(walk(text), 0.05)]));

// A quadratic expression would take a hundred thousand times as long as the walk; a linear one a few times.
test.each([...validators].map(([schema, name]) => ({ schema, name })))(
  'ATK-18 $name takes a hundred kilobytes in its stride',
  ({ schema }) => {
    for (const [attack, text] of Object.entries(attacks)) {
      const slow = [...carrying(schema, text)].filter(
        (value) => fastest(() => void schema.safeParse(value)) > 200 * (honest.get(attack) ?? 0),
      );
      expect([attack, slow.map((value) => Object.keys(value as object).slice(0, 1))]).toEqual([attack, []]);
    }
  },
);

test('ATK-18 every place for a text is tried', () => {
  const places = [...validators.keys()].flatMap((schema) => [...carrying(schema, 'x')]);
  expect(places.length).toBeGreaterThan(validators.size);
  expect(places).toContainEqual({ addresses: [{ line1: 'x' }] });
  expect(places).toContainEqual({ emails: ['x'] });
});
