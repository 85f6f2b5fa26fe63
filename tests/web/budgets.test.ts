import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const dist = join(import.meta.dirname, '../../dist');

interface Chunk {
  file: string;
  isEntry?: boolean;
  isDynamicEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}
type Manifest = Record<string, Chunk>;

const kilobytes = (files: Iterable<string>, folder: string) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length / 1024, 0);

/** A chunk with everything it cannot start without. */
function closure(manifest: Manifest, key: string, known = new Set<string>()): Set<string> {
  if (known.has(key)) return known;
  known.add(key);
  for (const needed of manifest[key]?.imports ?? []) closure(manifest, needed, known);
  return known;
}

/** What is loaded whoever asks for a chunk: that which all who ask for it have in common. */
function alreadyThere(manifest: Manifest, key: string): Set<string> {
  const askers = Object.keys(manifest).filter((other) => manifest[other]?.dynamicImports?.includes(key));
  const [first = new Set<string>(), ...others] = askers.map((asker) => closure(manifest, asker));
  return new Set([...first].filter((part) => others.every((one) => one.has(part))));
}

const filesOf = (manifest: Manifest, keys: Iterable<string>) =>
  new Set([...keys].flatMap((key) => manifest[key]?.file ?? []));
const stylesOf = (manifest: Manifest, keys: Iterable<string>) =>
  new Set([...keys].flatMap((key) => manifest[key]?.css ?? []));

describe.each([
  { app: 'staff', first: 250, css: 45, chunk: 40 },
  { app: 'portal', first: 200, css: 42, chunk: 25 },
])('$app', ({ app, first, css, chunk }) => {
  const folder = join(dist, 'web', app);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? '';
  const atStart = closure(manifest, entry);
  const later = Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry);

  test(`PERF-9 begins with at most ${first} KB of scripts and ${css} KB of styles`, () => {
    // One language comes with the first page; they all weigh alike.
    const language = later.filter((key) => key.endsWith('/en.po'));
    expect(kilobytes(filesOf(manifest, [...atStart, ...language]), folder)).toBeLessThan(first);
    expect(kilobytes(stylesOf(manifest, atStart), folder)).toBeLessThan(css);
  });

  test('carries no sentence of the other app', () => {
    const other = app === 'staff' ? 'We sent six digits' : 'Key facts';
    const files = filesOf(manifest, Object.keys(manifest));
    const strays = [...files].filter((file) => readFileSync(join(folder, file), 'utf8').includes(other));
    expect(strays).toEqual([]);
  });

  test(`loads at most ${chunk} KB for one thing more`, () => {
    // The table is one more thing itself: it comes with the first list that is opened, for all of them. So does
    // what every form is made of. A language counts with the first page.
    const kits = ['DataTable', 'useApiForm', 'DrawerForm', 'Select'].flatMap((name) =>
      Object.keys(manifest).filter((key) => key.startsWith(`_${name}-`) && key.endsWith('.js')),
    );
    const withKit = new Set(kits.flatMap((key) => [...closure(manifest, key)]));
    const heavy = [...later.filter((key) => !key.endsWith('.po')), ...kits]
      .map((key) => {
        const there = alreadyThere(manifest, key);
        const own = [...closure(manifest, key)].filter(
          (part) => !atStart.has(part) && !there.has(part) && (kits.includes(key) || !withKit.has(part)),
        );
        return [key, kilobytes(filesOf(manifest, own), folder)] as const;
      })
      .filter(([, size]) => size > chunk);
    expect(heavy).toEqual([]);
  });
});

interface Built {
  outputs: Record<string, { imports: { path: string; kind: string; external?: boolean }[] }>;
}

/** A function's entry with all that a cold start reads; what is imported on demand does not count. */
function coldStart(name: string): string[] {
  const { outputs }: Built = JSON.parse(readFileSync(join(dist, 'meta', `${name}.json`), 'utf8'));
  const read = new Set<string>();
  const visit = (path: string) => {
    if (read.has(path)) return;
    read.add(path);
    for (const { path: next, kind, external } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && !external) visit(next);
    }
  };
  visit(`dist/functions/${name}/index.mjs`);
  return [...read];
}

/** Nobody waits for a worker to start; it may know of more. */
const mostOf = (name: string) => (/^(queue|schedule)-/.test(name) ? 230 : 200);

test('PERF-1 no function that is waited for is bigger than 200 KB, and no worker than 230 KB', () => {
  const heavy = readdirSync(join(dist, 'functions'))
    .map((name) => [name, kilobytes(coldStart(name), join(dist, '..'))] as const)
    .filter(([name, size]) => size > mostOf(name));
  expect(heavy).toEqual([]);
});
