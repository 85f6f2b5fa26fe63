import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { allRoutes } from '#contracts/routes.ts';

/**
 * Credentials of a function come from its environment. The SDK's default chain brings profiles, single
 * sign-on and assumed roles along, which would be a fifth of every bundle and never run.
 */
const withCredentialsOfEnvironment: Plugin = {
  name: 'with-credentials-of-environment',
  setup({ onLoad }) {
    const contents = "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';";
    onLoad({ filter: /credential-provider-node[\\/]dist-es[\\/]index\.js$/ }, () => ({
      contents,
      loader: 'js',
    }));
  },
};

/** No command of DynamoDB asks which endpoint to call; the cache for the answers would come with every client. */
const withoutEndpointCache: Plugin = {
  name: 'without-endpoint-cache',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@aws-sdk\/endpoint-cache$/ }, () => ({ path: 'cache', namespace: 'endpoints' }));
    const contents = 'export class EndpointCache {}';
    onLoad({ filter: /.*/, namespace: 'endpoints' }, () => ({ contents, loader: 'js' }));
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

/**
 * Every schema of zod carries the way to write itself as a JSON schema, which only the OpenAPI document needs,
 * and that is written beforehand. It would be six kilobytes of each cold start.
 */
const withoutJsonSchemas: Plugin = {
  name: 'without-json-schemas',
  setup({ onLoad }) {
    const methods = ['createToJSONSchemaMethod', 'createStandardJSONSchemaMethod'];
    const rest = ['extractDefs', 'finalize', 'handleUnrepresentable', 'initializeContext', 'processSchema'];
    const contents =
      "const none = () => { throw new Error('JSON schemas stay behind in a bundle'); };" +
      methods.map((name) => `export const ${name} = () => none;`).join('') +
      rest.map((name) => `export const ${name} = none;`).join('');
    onLoad({ filter: /zod\/v4\/core\/to-json-schema\.js$/ }, () => ({ contents, loader: 'js' }));
    onLoad({ filter: /zod\/v4\/core\/json-schema-processors\.js$/ }, () => ({
      contents: 'export const toJSONSchema = undefined, allProcessors = {};',
      loader: 'js',
    }));
  },
};

/**
 * A function that reads the table of all routes, to say which of them a change closes, needs their keys and
 * gates. The schemas of its own routes come with those; all others would be a tenth of its bundle.
 */
const withGatesOfRoutesOnly: Plugin = {
  name: 'with-gates-of-routes-only',
  setup({ onLoad }) {
    const gates = allRoutes().map(({ name, route: { key, audience, permission, feature } }) => ({
      name,
      route: { key, audience, permission, feature },
    }));
    const contents = `const all = ${JSON.stringify(gates)};export const allRoutes = () => all;`;
    onLoad({ filter: /[\\/]shared[\\/]contracts[\\/]routes\.ts$/ }, () => ({ contents, loader: 'js' }));
  },
};

/**
 * Commands of the document client that no request sends: statements, exports, scans, and what pages through
 * them. ElectroDB names the module as a whole, so nothing but this leaves them out, and their schemas with them.
 */
const unusedCommands =
  /lib-dynamodb\/dist-es\/(DynamoDBDocument|pagination\/\w+|commands\/(BatchExecuteStatement|DescribeExport|ExecuteStatement|ExecuteTransaction|ExportTableToPointInTime|Scan|SearchVectors|TransactGet)Command)\.js$/;

const withoutUnusedCommands: Plugin = {
  name: 'without-unused-commands',
  setup({ onLoad }) {
    onLoad({ filter: unusedCommands }, () => ({ contents: '', loader: 'js' }));
  },
};

/** Packages that are not ES modules `require` parts of Node. */
const banner = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

interface BundleOptions {
  /** Paths inside the bundles and their maps are relative to it, so that they are the same everywhere. */
  root: string;
  /** Source file of each function by its name. */
  entries: Readonly<Record<string, string>>;
  /** Gets `functions/<name>/`, and beside it what is not deployed: `maps/` and `meta/`. */
  out: string;
}

/** Replaced as a whole, so that a cloud that is running never reads half a file. */
function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

/**
 * Bundles each function into a folder of its own, with the SDK inside: `index.mjs`, and a chunk for whatever it
 * imports only when needed, which a cold start then does not read. The same input gives the same bytes, so an
 * unchanged function is not deployed again.
 */
export async function bundle({ root, entries, out }: BundleOptions): Promise<void> {
  const { build } = await import('esbuild');
  for (const [name, entry] of Object.entries(entries)) {
    const folder = join(out, 'functions', name);
    const { outputFiles, metafile } = await build({
      absWorkingDir: root,
      entryPoints: { index: entry },
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      chunkNames: '[name]-[hash]',
      bundle: true,
      splitting: true,
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
      plugins: [
        withCredentialsOfEnvironment,
        withoutUnusedCommands,
        withoutEndpointCache,
        withoutModelValidator,
        withoutJsonSchemas,
        withGatesOfRoutesOnly,
      ],
      logLevel: 'error',
    });
    const current = new Set<string>();
    for (const { path, text } of outputFiles) {
      const file = basename(path);
      if (file.endsWith('.map')) {
        write(join(out, 'maps', name, file), text);
        continue;
      }
      // Maps are found here and absent on AWS: they would be loaded with every cold start.
      write(path, `${text}//# sourceMappingURL=../../maps/${name}/${file}.map\n`);
      current.add(file);
    }
    for (const stale of readdirSync(folder)) if (!current.has(stale)) rmSync(join(folder, stale));
    write(join(out, 'meta', `${name}.json`), JSON.stringify(metafile));
  }
}
