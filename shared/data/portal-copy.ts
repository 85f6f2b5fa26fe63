import type { Client } from '#contracts/schemas/client.ts';
import { companyOf } from '#domain/portal.ts';
import { put, remove, type Write } from './commit.ts';
import type { Db } from './db.ts';
import { PortalCompany } from './entities/portal-company.ts';

/**
 * The writes that keep a client's portal copy equal to the allow-listed image of the client, for the
 * transaction that changes it. A client in the trash has none: its portal is off at once.
 */
export function portalCopy({ table, workspaceId }: Db, before: Client | null, after: Client): Write[] {
  const [old, now] = [before && companyOf(before), companyOf(after)];
  if (JSON.stringify(old) === JSON.stringify(now)) return [];
  const key = { workspaceId, clientId: after.id };
  return [
    now
      ? put(PortalCompany.put({ ...key, company: now }).params({ table }))
      : remove(PortalCompany.delete(key).params({ table })),
  ];
}
