import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What each floor may import of the house, beside itself, and which packages. */
const floors: Record<string, { floors: string[]; packages: RegExp }> = {
  'shared/contracts': { floors: [], packages: /^zod$/ },
  'shared/domain': { floors: ['shared/contracts'], packages: /^(libphonenumber-js|node:crypto)(\/|$)/ },
  'shared/data': {
    floors: ['shared/contracts', 'shared/domain'],
    packages: /^(electrodb|@aws-sdk\/(client-dynamodb|lib-dynamodb|util-dynamodb)|node:crypto)$/,
  },
  'shared/cloud': {
    floors: ['shared/contracts', 'shared/domain'],
    packages: /^(@aws-sdk\/client-.*|ulid|node:crypto)$/,
  },
  functions: {
    floors: [
      'shared/contracts',
      'shared/domain',
      'shared/data',
      'shared/cloud',
      'infra/grants.ts',
      'docs/openapi.json',
    ],
    packages: /^(?!electrodb|@mantine|react|aws-cdk-lib|vite).*/,
  },
  'infra/aws': {
    floors: ['shared/contracts', 'shared/data/table.ts', 'infra'],
    packages: /^(aws-cdk-lib|constructs|cdk-nag|node:.*)/,
  },
  'infra/local': {
    floors: ['shared/contracts', 'shared/domain', 'shared/data', 'shared/cloud', 'functions', 'infra'],
    packages: /.*/,
  },
  'web/ui': { floors: ['shared/contracts'], packages: /.*/ },
  'web/staff': { floors: ['shared/contracts', 'web/ui', 'web'], packages: /.*/ },
  'web/portal': { floors: ['shared/contracts', 'web/ui', 'web'], packages: /.*/ },
};

const aliases = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).imports as Record<
  string,
  string
>;

function sources(folder: string): string[] {
  const path = join(root, folder);
  if (!statSync(path, { throwIfNoEntry: false })) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .map((file) => join(folder, file));
}

/** Every module a file names, resolved to a path of the house or the name of a package. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'([@#.\w][^'\s]*)'/g)].map(
    ([, name = '']) => name,
  );
  return named.map((name) => {
    if (name.startsWith('.')) return relative(root, normalize(join(root, dirname(file), name)));
    const alias = Object.entries(aliases).find(([key]) => name.startsWith(key.replace('*', '')));
    return alias ? normalize(name.replace(alias[0].replace('*', ''), alias[1].replace('*', ''))) : name;
  });
}

const within = (path: string, floor: string) => path === floor || path.startsWith(`${floor}/`);
const isOfHouse = (path: string) => /^(shared|functions|infra|web|bin|tests|docs)\//.test(path);

test.each(Object.keys(floors))('%s imports only what is below it', (floor) => {
  const rule = floors[floor];
  if (!rule) throw new Error('no rule');
  const strays = sources(floor).flatMap((file) =>
    importsOf(file)
      .filter((target) =>
        isOfHouse(target)
          ? !within(target, floor) && !rule.floors.some((allowed) => within(target, allowed))
          : !rule.packages.test(target),
      )
      .map((target) => `${file} → ${target}`),
  );
  expect(strays).toEqual([]);
});

test('nothing but tests and doors imports bin, and nothing imports tests but tests', () => {
  const files = ['shared', 'functions', 'infra', 'web', 'bin'].flatMap(sources);
  const strays = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => within(target, 'tests') || within(target, 'bin'))
      .map((target) => `${file} → ${target}`),
  );
  expect(strays).toEqual([]);
});

test('no imports run in a circle, not even those of types', () => {
  const files = ['shared', 'functions', 'infra', 'web', 'bin'].flatMap(sources);
  const left = new Map(
    files.map((file) => [file, importsOf(file).filter((target) => files.includes(target))]),
  );
  // What imports nothing that is left, or is imported by nothing that is left, is in no circle.
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    const imported = new Set([...left.values()].flat());
    for (const [file, targets] of left) {
      if (!imported.has(file) || !targets.some((target) => left.has(target))) left.delete(file);
    }
  }
  expect([...left.keys()]).toEqual([]);
});

test('doors are doors: under forty lines', () => {
  const long = sources('bin').filter(
    (file) => readFileSync(join(root, file), 'utf8').split('\n').length > 40,
  );
  expect(long).toEqual([]);
});

test('zod is imported whole, which bundles a fifth of what { z } does', () => {
  const wrong = ['shared', 'functions', 'infra', 'web', 'bin']
    .flatMap(sources)
    .filter((file) =>
      /import\s*\{[^}]*\bz\b[^}]*\}\s*from 'zod'/.test(readFileSync(join(root, file), 'utf8')),
    );
  expect(wrong).toEqual([]);
});

test('a route path is spelled in the contracts and nowhere else', () => {
  const spelled = ['functions', 'infra', 'shared/domain', 'shared/data', 'shared/cloud', 'web', 'bin']
    .flatMap(sources)
    .filter((file) =>
      /['"`/]api\/(staff|portal|auth|operator|webhooks)\//.test(readFileSync(join(root, file), 'utf8')),
    );
  expect(spelled).toEqual([]);
});
