import { route } from '../route.ts';
import { Session, StaffSignIn } from '../schemas/session.ts';

export const staffAuth = {
  signIn: route('POST /api/auth/staff/sign-in', {
    summary: 'Sign in with e-mail and password; sets the refresh cookie',
    audience: 'public',
    permission: 'anyone',
    needs: ['identity.staff'],
    body: StaffSignIn,
    response: Session,
    status: 200,
    errors: ['unauthenticated'],
    budget: { calls: 0, rcu: 0, wcu: 0 },
  }),
  refresh: route('POST /api/auth/staff/refresh', {
    summary: 'Trade the refresh cookie for a new access token; the cookie rotates',
    audience: 'public',
    permission: 'anyone',
    needs: ['identity.staff'],
    response: Session,
    status: 200,
    errors: ['unauthenticated'],
    budget: { calls: 0, rcu: 0, wcu: 0 },
  }),
  signOut: route('POST /api/auth/staff/sign-out', {
    summary: 'Revoke the refresh token and clear its cookie',
    audience: 'public',
    permission: 'anyone',
    needs: ['identity.staff'],
    response: null,
    status: 204,
    budget: { calls: 0, rcu: 0, wcu: 0 },
  }),
} as const;
