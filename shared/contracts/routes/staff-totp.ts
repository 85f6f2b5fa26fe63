import { route } from '../route.ts';
import { TotpCode, TotpSecret, TotpState } from '../schemas/session.ts';

const own = {
  audience: 'staff',
  permission: 'signed_in',
  needs: ['identity.self'],
  budget: { calls: 0, rcu: 0, wcu: 0 },
} as const;

export const staffTotp = {
  get: route('GET /api/staff/me/totp', {
    ...own,
    summary: 'Whether a code of an authenticator is asked for at sign-in',
    response: TotpState,
    status: 200,
  }),
  begin: route('POST /api/staff/me/totp', {
    ...own,
    summary: 'A secret for an authenticator app; it counts once a code of it was verified',
    response: TotpSecret,
    status: 200,
  }),
  verify: route('POST /api/staff/me/totp/verify', {
    ...own,
    summary: 'Ask for a code of the authenticator at every sign-in from now on',
    body: TotpCode,
    response: null,
    status: 204,
    errors: ['validation_failed'],
  }),
  remove: route('POST /api/staff/me/totp/remove', {
    ...own,
    summary: 'Sign in with the password alone again',
    response: null,
    status: 204,
  }),
} as const;
