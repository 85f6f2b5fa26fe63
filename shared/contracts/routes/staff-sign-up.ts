import { route } from '../route.ts';
import { CodeSent, StaffSignUp } from '../schemas/session.ts';

export const staffSignUp = {
  create: route('POST /api/auth/staff/sign-up', {
    summary: 'Open a workspace; its first owner gets a temporary password by mail',
    audience: 'public',
    permission: 'anyone',
    needs: ['identity.people', 'table.write', 'directory.read', 'directory.write'],
    body: StaffSignUp,
    response: CodeSent,
    status: 202,
    errors: ['validation_failed', 'rate_limited'],
    budget: { calls: 3, rcu: 2, wcu: 48 },
  }),
} as const;
