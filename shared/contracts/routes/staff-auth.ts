import { route } from '../route.ts';
import {
  CodeSent,
  PasswordForgotten,
  PasswordReset,
  Session,
  StaffChallengeAnswer,
  StaffSignIn,
  StaffSignInAnswer,
} from '../schemas/session.ts';

const atThePool = {
  audience: 'public',
  permission: 'anyone',
  needs: ['identity.staff'],
  budget: { calls: 0, rcu: 0, wcu: 0 },
} as const;

export const staffAuth = {
  signIn: route('POST /api/auth/staff/sign-in', {
    ...atThePool,
    summary: 'Sign in with e-mail and password; sets the refresh cookie, or says what is still asked',
    body: StaffSignIn,
    response: StaffSignInAnswer,
    status: 200,
    errors: ['unauthenticated', 'rate_limited'],
  }),
  answer: route('POST /api/auth/staff/challenge', {
    ...atThePool,
    summary: 'Answer what sign-in still asks: a new password, or the code of the authenticator',
    body: StaffChallengeAnswer,
    response: StaffSignInAnswer,
    status: 200,
    errors: ['unauthenticated', 'validation_failed'],
  }),
  forgot: route('POST /api/auth/staff/forgot', {
    ...atThePool,
    summary: 'Have a code mailed for a new password; the answer is the same for every address',
    body: PasswordForgotten,
    response: CodeSent,
    status: 202,
    errors: ['rate_limited'],
  }),
  reset: route('POST /api/auth/staff/reset', {
    ...atThePool,
    summary: 'Set a new password with the code from the mail',
    body: PasswordReset,
    response: null,
    status: 204,
    errors: ['validation_failed', 'rate_limited'],
  }),
  refresh: route('POST /api/auth/staff/refresh', {
    ...atThePool,
    summary:
      'Trade the refresh cookie for a new access token; the cookie rotates. Null when there is no cookie',
    response: Session.nullable(),
    status: 200,
    errors: ['unauthenticated'],
  }),
  signOut: route('POST /api/auth/staff/sign-out', {
    ...atThePool,
    summary: 'Revoke the refresh token and clear its cookie',
    response: null,
    status: 204,
  }),
} as const;
