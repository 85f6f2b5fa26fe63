import { parseArgs } from 'node:util';
import { command } from '#infra/local/reach.ts';
import { seedRunning } from '#infra/local/seed/run.ts';

/** `npm run seed -- --clients 100000 [--workspace northwind] [--seed 1] [--timeline]`, beside a running cloud. */
const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '1000' },
    workspace: { type: 'string', default: 'northwind' },
    seed: { type: 'string', default: '1' },
    timeline: { type: 'boolean', default: false },
  },
});
await command(() =>
  seedRunning({
    workspace: values.workspace,
    clients: Number(values.clients),
    seed: Number(values.seed),
    timeline: values.timeline,
    environment: process.env,
  }),
);
