import { parseArgs } from 'node:util';
import { build, type TargetName } from '#infra/build.ts';

/** `npm run build`: what is not up to date, or with `--force` all of it; `-- functions` or `-- web` for one. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { force: { type: 'boolean' } },
});
const isTarget = (name: string): name is TargetName => name === 'functions' || name === 'web';
const only = positionals.filter(isTarget);
try {
  await build({ log: console.log, force: values.force ?? false, ...(only.length > 0 && { only }) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
