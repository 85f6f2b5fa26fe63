import { UserId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import { Handover, HandoverProgress, Member, MemberPatch } from '../schemas/member.ts';

const workspace = { workspaceId: WorkspaceId };
const member = { ...workspace, userId: UserId };

export const members = {
  list: route('GET /api/staff/workspaces/{workspaceId}/members', {
    summary: 'The people of the workspace, disabled ones too',
    audience: 'staff',
    permission: 'members.view',
    needs: ['table.read'],
    params: workspace,
    query: pagingQuery,
    response: pageOf(Member),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 1, rcu: 5, wcu: 0 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/members/{userId}', {
    summary: 'Change the role of a member, or whether he may come in',
    audience: 'staff',
    permission: 'members.manage',
    needs: ['table.read', 'table.write'],
    params: member,
    body: MemberPatch,
    response: Member,
    status: 200,
    errors: ['escalation', 'last_owner', 'limit_reached', 'owns_clients'],
    budget: { calls: 53, rcu: 70, wcu: 910 },
  }),
  handOver: route('POST /api/staff/workspaces/{workspaceId}/members/{userId}/handover', {
    summary:
      'Give this member’s clients, then his open follow-ups, his part of compliance and his places on teams, to another one, up to twenty a call',
    audience: 'staff',
    permission: 'members.manage',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: member,
    body: Handover,
    response: HandoverProgress,
    status: 200,
    budget: { calls: 47, rcu: 60, wcu: 900 },
  }),
  remove: route('DELETE /api/staff/workspaces/{workspaceId}/members/{userId}', {
    summary:
      'Remove a disabled member who owns no client, owes no follow-up, sees to no compliance and is on no team; what he did keeps his name',
    audience: 'staff',
    permission: 'members.manage',
    needs: ['table.read', 'table.write', 'directory.change'],
    params: member,
    response: null,
    status: 204,
    errors: [
      'escalation',
      'invalid_transition',
      'owns_clients',
      'owes_follow_ups',
      'responsible_for_compliance',
      'on_account_teams',
    ],
    budget: { calls: 7, rcu: 7, wcu: 10 },
  }),
} as const;
