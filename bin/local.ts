import { run } from '#infra/local/start.ts';

/** `npm start`: the whole of Foyer on this machine. `--fresh` begins with empty data. */
await run({ fresh: process.argv.includes('--fresh'), environment: process.env });
