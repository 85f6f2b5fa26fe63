import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildApp, type Stacks } from '#infra/aws/app.ts';
import type { Options } from '#infra/aws/options.ts';
import { entries } from '#infra/system.ts';

/** A folder as `npm run build` leaves it, with next to nothing in the files; gone when the process ends. */
export function stubDist(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-dist-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const name of Object.keys(entries())) write(join('functions', name, 'index.mjs'), bundleOf(name));
  for (const app of ['staff', 'portal'])
    for (const file of [
      'index.html',
      'assets/index-4f2a.js',
      'assets/index-4f2a.js.map',
      '.vite/manifest.json',
    ])
      write(join('web', app, file), `${app} ${file}\n`);
  write(join('web', 'docs', 'index.html'), 'docs\n');
  return folder;
}

/** What a function's stub says. */
export const bundleOf = (name: string): string => `export const handler = () => '${name}';\n`;

/** Options of an installation outside us-east-1, the harder case. */
export const optionsFor = (
  distDir: string,
  changes: Partial<Options> = {},
): Options & { outdir: string } => ({
  distDir,
  stage: 'test',
  region: 'eu-central-1',
  originSecrets: [1],
  cursorSecret: 1,
  ...changes,
  outdir: mkdtempSync(join(distDir, 'out-')),
});

/** A resource of a template; what is in it is for each test to say. */
export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  [more: string]: unknown;
}

export type Templates = Readonly<Record<keyof Stacks, Template>>;

/** An installation and its templates. */
export function synthesize(options: Options): { app: App; templates: Templates } {
  const { app, stacks } = buildApp(options);
  return {
    app,
    templates: {
      data: Template.fromStack(stacks.data),
      identity: Template.fromStack(stacks.identity),
      api: Template.fromStack(stacks.api),
      events: Template.fromStack(stacks.events),
      sites: Template.fromStack(stacks.sites),
    },
  };
}

/** Resources of a type by logical id. */
export const resourcesOf = (template: Template, type: string): [id: string, resource: Resource][] =>
  Object.entries(template.findResources(type) as Record<string, Resource>);

/** The only resource of a type. */
export function onlyOf(template: Template, type: string): [id: string, resource: Resource] {
  const [first, ...more] = resourcesOf(template, type);
  if (!first || more.length > 0) throw new Error(`${type} is there ${more.length + (first ? 1 : 0)} times.`);
  return first;
}

/**
 * Writes a value of a template as one text, references included, and follows imports to what they are in the
 * stack that exports them, so that texts of different stacks can be compared.
 */
export function reader(templates: Templates): (value: unknown) => string {
  const exported = new Map<string, unknown>();
  for (const template of Object.values(templates)) {
    const { Outputs = {} } = template.toJSON() as {
      Outputs?: Record<string, { Value: unknown; Export?: { Name: string } }>;
    };
    for (const { Value, Export } of Object.values(Outputs)) if (Export) exported.set(Export.Name, Value);
  }
  const read = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return String(value);
    const [kind, inner] = Object.entries(value)[0] ?? ['', undefined];
    if (kind === 'Ref') return `<${String(inner)}>`;
    if (kind === 'Fn::GetAtt' && Array.isArray(inner)) return `<${inner.join('.')}>`;
    if (kind === 'Fn::Sub') return String(inner);
    if (kind === 'Fn::ImportValue') return read(exported.get(String(inner)));
    if (kind === 'Fn::Join' && Array.isArray(inner) && Array.isArray(inner[1]))
      return inner[1].map(read).join(inner[0]);
    return JSON.stringify(value);
  };
  return read;
}

/** Policy documents have one or many of everything. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
