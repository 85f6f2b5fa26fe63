import { parseArgs } from 'node:util';
import { build, type TargetName, targetNames } from '#infra/build.ts';

/** `npm run build`: what is not up to date, or with `--force` all of it; `-- functions`, `-- web` or `-- docs` for one. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { force: { type: 'boolean' } },
});
const isTarget = (name: string): name is TargetName => targetNames.some((target) => target === name);
const only = positionals.filter(isTarget);
try {
  await build({ log: console.log, force: values.force ?? false, ...(only.length > 0 && { only }) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
