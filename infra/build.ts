import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { stampOf } from './stamp.ts';
import { entries } from './system.ts';

/** Builds what is deployed and what runs here, alike: functions with esbuild, apps with Vite. */

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stampFile = join(dist, 'stamps.json');

const apps = ['staff', 'portal'].filter((app) => existsSync(join(root, 'web', app, 'vite.config.ts')));

interface Target {
  /** Everything whose change changes the outcome. */
  inputs: readonly string[];
  /** What must be there for a build to count as done. */
  outputs: readonly string[];
  build(): Promise<void>;
}

const tools = ['package-lock.json', 'package.json', 'tsconfig.json', 'infra/build.ts', 'infra/bundle.ts'];

const targets = {
  functions: {
    inputs: [...tools, 'functions', 'shared', 'infra/system.ts', 'infra/grants.ts', 'docs/openapi.json'],
    outputs: Object.keys(entries()).map((name) => `functions/${name}/index.mjs`),
    async build() {
      const wanted = entries();
      await bundle({ root, entries: wanted, out: dist });
      // A function that was renamed or removed must not be deployed by accident.
      for (const name of readdirSync(join(dist, 'functions')))
        if (!Object.hasOwn(wanted, name)) rmSync(join(dist, 'functions', name), { recursive: true });
    },
  },
  web: {
    inputs: [...tools, 'web', 'shared/contracts'],
    outputs: apps.map((app) => `web/${app}/index.html`),
    async build() {
      const { build } = await import('vite');
      for (const app of apps)
        await build({ configFile: join(root, 'web', app, 'vite.config.ts'), logLevel: 'warn' });
    },
  },
  docs: {
    inputs: [
      ...tools,
      'infra/html.ts',
      'infra/openapi.ts',
      'infra/reference.css',
      'infra/reference.ts',
      'infra/reference-schema.ts',
      'shared/contracts',
    ],
    outputs: ['web/docs/index.html'],
    async build() {
      const [{ openApiDocument }, { referencePage }] = await Promise.all([
        import('./openapi.ts'),
        import('./reference.ts'),
      ]);
      // What is served is JSON, so the page is made of what JSON keeps of the document.
      const page = referencePage(JSON.parse(JSON.stringify(openApiDocument())));
      mkdirSync(join(dist, 'web', 'docs'), { recursive: true });
      writeFileSync(join(dist, 'web', 'docs', 'index.html'), page);
    },
  },
} satisfies Record<string, Target>;

export type TargetName = keyof typeof targets;
export const targetNames = Object.keys(targets) as TargetName[];

function readStamps(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

function writeStamp(name: string, stamp: string): void {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(`${stampFile}.new`, JSON.stringify({ ...readStamps(), [name]: stamp }));
  renameSync(`${stampFile}.new`, stampFile);
}

interface BuildOptions {
  only?: readonly TargetName[];
  /** Builds even what is up to date. */
  force?: boolean;
  log?: (line: string) => void;
}

/** Builds what is not up to date, judged by the contents of its inputs. */
export async function build({ only, force = false, log = () => {} }: BuildOptions = {}): Promise<void> {
  for (const name of only ?? targetNames) {
    const target: Target = targets[name];
    const stamp = stampOf(root, target.inputs);
    const isCurrent =
      readStamps()[name] === stamp && target.outputs.every((output) => existsSync(join(dist, output)));
    if (isCurrent && !force) continue;
    const began = performance.now();
    await target.build();
    writeStamp(name, stamp);
    log(`Built ${name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
}
