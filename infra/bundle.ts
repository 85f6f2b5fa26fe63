import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';

/**
 * Credentials of a function come from its environment. The SDK's default chain brings profiles, single
 * sign-on and assumed roles along, which would be a fifth of every bundle and never run.
 */
const unusedProviders =
  /^(@aws-sdk\/credential-provider-(ini|login|process|sso|web-identity)|@aws-sdk\/(token-providers|nested-clients)(\/.*)?|@smithy\/credential-provider-imds|@aws-sdk\/credential-provider-http)$/;

const withoutUnusedProviders: Plugin = {
  name: 'without-unused-providers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: unusedProviders }, () => ({ path: 'unused', namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

/**
 * ElectroDB checks its models with a JSON schema when they are made, in every cold start. Ours are checked by
 * every test, which runs them unbundled; the validator stays behind.
 */
const withoutModelValidator: Plugin = {
  name: 'without-model-validator',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^jsonschema$/ }, () => ({ path: 'jsonschema', namespace: 'validator' }));
    const contents =
      'exports.Validator = class { addSchema() {} validate() { return { errors: [] }; } };' +
      'exports.Validator.prototype.customFormats = {};';
    onLoad({ filter: /.*/, namespace: 'validator' }, () => ({ contents, loader: 'js' }));
  },
};

/** Packages that are not ES modules `require` parts of Node. */
const banner = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

interface BundleOptions {
  /** Paths inside the bundles and their maps are relative to it, so that they are the same everywhere. */
  root: string;
  /** Source file of each function by its name. */
  entries: Readonly<Record<string, string>>;
  /** Gets `functions/<name>/index.mjs`, and beside it what is not deployed: `maps/` and `meta/`. */
  out: string;
}

/** Replaced as a whole, so that a cloud that is running never reads half a file. */
function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

/** The part of the build's account that is about one bundle. */
function accountOf(metafile: Metafile, output: string): Metafile {
  const own = metafile.outputs[output];
  if (!own) throw new Error(`The build says nothing of ${output}.`);
  const inputs = Object.keys(own.inputs).map((path) => [path, metafile.inputs[path]] as const);
  return { inputs: Object.fromEntries(inputs) as Metafile['inputs'], outputs: { [output]: own } };
}

/**
 * Bundles every function into one file of its own, with the SDK inside. The same input gives the same bytes,
 * so an unchanged function is not deployed again.
 */
export async function bundle({ root, entries, out }: BundleOptions): Promise<void> {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      Object.entries(entries).map(([name, entry]) => [`functions/${name}/index`, entry]),
    ),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    conditions: ['module'],
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: 'external',
    sourcesContent: false,
    banner: { js: banner },
    plugins: [withoutUnusedProviders, withoutModelValidator],
    logLevel: 'error',
  });
  const contents = new Map(outputFiles.map((file) => [file.path, file]));
  for (const output of Object.keys(metafile.outputs).filter((path) => path.endsWith('.mjs'))) {
    const file = join(root, output);
    const name = basename(dirname(file));
    const map = join(out, 'maps', name, 'index.mjs.map');
    // Maps are found here and absent on AWS: they would be loaded with every cold start.
    const link = `//# sourceMappingURL=../../maps/${name}/index.mjs.map\n`;
    write(file, (contents.get(file)?.text ?? '') + link);
    write(map, contents.get(`${file}.map`)?.text ?? '');
    write(join(out, 'meta', `${name}.json`), JSON.stringify(accountOf(metafile, output)));
  }
}
