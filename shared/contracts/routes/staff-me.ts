import { route } from '../route.ts';
import { StaffMe } from '../schemas/session.ts';

export const staffMe = {
  get: route('GET /api/staff/me', {
    summary: 'Who is signed in, and the workspaces with the access held in each',
    audience: 'staff',
    permission: 'signed_in',
    needs: ['table.read', 'directory.read'],
    response: StaffMe,
    status: 200,
    budget: { calls: 2, rcu: 8, wcu: 0 },
  }),
} as const;
