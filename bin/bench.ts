import { parseArgs } from 'node:util';
import { bench } from '#infra/bench/bench.ts';
import { report } from '#infra/bench/report.ts';
import { progressBar } from '#infra/local/seed/run.ts';

/** `npm run bench -- [--clients 20000] [--runs 300]`: what each operation costs, beside a bare query. */
const { values } = parseArgs({
  options: { clients: { type: 'string', default: '20000' }, runs: { type: 'string', default: '300' } },
});
const clients = Number(values.clients);
const result = await bench({ clients, runs: Number(values.runs), onProgress: progressBar(clients) });
console.log(report(result, clients));
