import { type StaffIdentity, staffIdentity } from '#cloud/identity.ts';
import { env } from '../runtime/env.ts';

let identity: StaffIdentity | undefined;

/** `identity.staff`: signing in to the staff pool. */
export const identityStaff = (): { identity: StaffIdentity } => {
  identity ??= staffIdentity({ poolId: env('FOYER_STAFF_POOL'), clientId: env('FOYER_STAFF_CLIENT') });
  return { identity };
};
