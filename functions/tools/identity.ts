import { type PortalIdentity, portalIdentity, type StaffIdentity, staffIdentity } from '#cloud/identity.ts';
import { env } from '../runtime/env.ts';

let staff: StaffIdentity | undefined;
let portal: PortalIdentity | undefined;

/** `identity.staff`: signing in to the staff pool. */
export const identityStaff = (): { identity: StaffIdentity } => {
  staff ??= staffIdentity({ poolId: env('FOYER_STAFF_POOL'), clientId: env('FOYER_STAFF_CLIENT') });
  return { identity: staff };
};

/** `identity.portal`: signing in to the portal pool. */
export const identityPortal = (): { identity: PortalIdentity } => {
  portal ??= portalIdentity({ poolId: env('FOYER_PORTAL_POOL'), clientId: env('FOYER_PORTAL_CLIENT') });
  return { identity: portal };
};
