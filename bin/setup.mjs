import { fileURLToPath } from 'node:url';
import { install } from '../infra/local/install.mjs';

/** Runs before `npm start` and `npm test`; with everything in place it takes no time. */
try {
  await install(fileURLToPath(new URL('..', import.meta.url)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
