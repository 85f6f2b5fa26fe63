import { type PortalIdentity, portalIdentity } from '#cloud/portal-identity.ts';
import { type OwnTotp, ownTotp, type StaffIdentity, staffIdentity } from '#cloud/staff-identity.ts';
import { type StaffPeople, staffPeople } from '#cloud/staff-people.ts';
import type { Turn } from '../runtime/context.ts';
import { env } from '../runtime/env.ts';

let staff: StaffIdentity | undefined;
let portal: PortalIdentity | undefined;
let people: StaffPeople | undefined;

/** `identity.staff`: signing in to the staff pool. */
export const identityStaff = (): { identity: StaffIdentity } => {
  staff ??= staffIdentity({
    poolId: env('FOYER_STAFF_POOL'),
    clientId: env('FOYER_STAFF_CLIENT'),
    clientSecret: env('FOYER_STAFF_CLIENT_SECRET'),
  });
  return { identity: staff };
};

/** `identity.portal`: signing in to the portal pool. */
export const identityPortal = (): { identity: PortalIdentity } => {
  portal ??= portalIdentity({
    poolId: env('FOYER_PORTAL_POOL'),
    clientId: env('FOYER_PORTAL_CLIENT'),
    clientSecret: env('FOYER_PORTAL_CLIENT_SECRET'),
  });
  return { identity: portal };
};

/** `identity.people`: making people of the staff pool. */
export const identityPeople = (): { people: StaffPeople } => {
  people ??= staffPeople({ poolId: env('FOYER_STAFF_POOL') });
  return { people };
};

/** `identity.self`: what a person may do to his own sign-in, by the token he came with. */
export const identitySelf = ({ event }: Turn): { totp: OwnTotp } => ({
  totp: ownTotp((event.headers.authorization ?? '').replace(/^Bearer /, '')),
});
