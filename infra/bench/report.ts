import { cpus } from 'node:os';
import type { BenchResult, Row } from './bench.ts';

const columns: [string, (row: Row) => string][] = [
  ['operation', ({ operation }) => operation],
  ['p50 ms', ({ p50 }) => p50.toFixed(1)],
  ['p95 ms', ({ p95 }) => p95.toFixed(1)],
  ['bare p50', ({ bareP50 }) => bareP50?.toFixed(1) ?? ''],
  ['ratio', ({ p50, bareP50 }) => (bareP50 ? (p50 / bareP50).toFixed(1) : '')],
  ['calls', ({ calls }) => String(calls)],
  ['RCU', ({ rcu }) => String(rcu)],
  ['WCU', ({ wcu }) => String(wcu)],
];

/** The result as a table of Markdown, which reads as well on a terminal. */
export function report({ rows, seededPerSecond }: BenchResult, clients: number): string {
  const cells = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, of]) => of(row)))];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const [head = [], ...body] = cells;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
  const date = new Date().toISOString().slice(0, 10);
  return [
    `${date}, ${clients} clients in memory, seeded at ${seededPerSecond} a second, ${machine}`,
    '',
    line(head),
    line(rule),
    ...body.map(line),
    '',
  ].join('\n');
}
