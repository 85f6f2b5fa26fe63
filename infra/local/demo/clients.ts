import { readFileSync } from 'node:fs';
import type { ClientStatus } from '#contracts/schemas/client.ts';

/** A client of the demo: who owns it (by place in the list of people), where it stands, how old it is. */
export interface DemoClient {
  name: string;
  code: string;
  legalName?: string;
  website: string;
  address: { line1: string; city: string; region?: string; postalCode?: string; country: string };
  owner: number;
  status: ClientStatus;
  daysAgo: number;
}

/** The clients of one demo workspace, from the semicolon-separated file that bears its slug. */
export function demoClients(slug: string): DemoClient[] {
  const file = readFileSync(new URL(`./${slug}.csv`, import.meta.url), 'utf8');
  const [, ...rows] = file.trim().split('\n');
  return rows.map((row) => {
    const cells = row.split(';').map((cell) => cell || undefined);
    const [name = '', code = '', legalName, website = '', line1 = '', city = '', region, postalCode] = cells;
    const [country = '', owner, status, daysAgo] = cells.slice(8);
    return {
      name,
      code,
      legalName,
      website,
      address: { line1, city, region, postalCode, country },
      owner: Number(owner),
      status: status as ClientStatus,
      daysAgo: Number(daysAgo),
    };
  });
}
