import { route } from '../route.ts';
import { PortalCodeRequest, PortalSignIn } from '../schemas/portal.ts';
import { CodeSent, Session } from '../schemas/session.ts';

const atThePool = {
  audience: 'public',
  permission: 'anyone',
  needs: ['identity.portal'],
  budget: { calls: 0, rcu: 0, wcu: 0 },
} as const;

export const portalAuth = {
  requestCode: route('POST /api/auth/portal/code', {
    ...atThePool,
    summary: 'Ask for a one-time code by mail; the answer is the same for every address',
    body: PortalCodeRequest,
    response: CodeSent,
    status: 202,
    errors: ['rate_limited'],
  }),
  signIn: route('POST /api/auth/portal/sign-in', {
    ...atThePool,
    summary: 'Sign in with the code from the mail, in the browser that asked for it',
    body: PortalSignIn,
    response: Session,
    status: 200,
    errors: ['unauthenticated'],
  }),
  refresh: route('POST /api/auth/portal/refresh', {
    ...atThePool,
    summary:
      'Trade the refresh cookie for a new access token; the cookie rotates. Null when there is no cookie',
    response: Session.nullable(),
    status: 200,
    errors: ['unauthenticated'],
  }),
  signOut: route('POST /api/auth/portal/sign-out', {
    ...atThePool,
    summary: 'Revoke the refresh token and clear its cookie',
    response: null,
    status: 204,
  }),
} as const;
