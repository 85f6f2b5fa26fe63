import { parseArgs } from 'node:util';
import { command } from '#infra/local/reach.ts';
import { verifyRunning } from '#infra/verify.ts';

/** `npm run verify -- --workspace northwind [--without-timeline]`, beside a running cloud; exits 1 on a breach. */
const { values } = parseArgs({
  options: {
    workspace: { type: 'string', default: 'northwind' },
    'without-timeline': { type: 'boolean', default: false },
  },
});
await command(async () => {
  const holds = await verifyRunning({
    workspace: values.workspace,
    withoutTimeline: values['without-timeline'],
    environment: process.env,
  });
  if (!holds) process.exitCode = 1;
});
