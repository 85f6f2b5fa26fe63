import type { ClientId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { companyOf } from '#domain/portal.ts';
import type { ShownValues } from '#domain/portal-fields.ts';
import { put, remove, type Write } from './commit.ts';
import type { Db } from './db.ts';
import { PortalCompany } from './entities/portal-company.ts';
import { PortalValues } from './entities/portal-fields.ts';

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

/** The write that makes the copy of a client's own fields what its portal shows of them. */
export function portalValues(
  { table, workspaceId }: Db,
  clientId: ClientId,
  values: ShownValues | null,
): Write {
  const key = { workspaceId, clientId };
  return values
    ? put(PortalValues.put({ ...key, values }).params({ table }))
    : remove(PortalValues.delete(key).params({ table }));
}
