import { InvitationId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import {
  Invitation,
  InvitationAcceptNew,
  InvitationCreate,
  InvitationFace,
  InvitationToken,
} from '../schemas/invitation.ts';
import { Session } from '../schemas/session.ts';

const workspace = { workspaceId: WorkspaceId };
const invitation = { ...workspace, invitationId: InvitationId };

/** What members do with invitations. */
export const invitations = {
  list: route('GET /api/staff/workspaces/{workspaceId}/invitations', {
    summary: 'Who was asked to join, newest first',
    audience: 'staff',
    permission: 'members.view',
    needs: ['table.read'],
    params: workspace,
    query: pagingQuery,
    response: pageOf(Invitation),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 1, rcu: 5, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/invitations', {
    summary: 'Ask somebody to join, by mail',
    audience: 'staff',
    permission: 'members.invite',
    needs: ['table.read', 'table.write', 'directory.change', 'mail.post'],
    params: workspace,
    body: InvitationCreate,
    response: Invitation,
    status: 201,
    errors: ['already_invited', 'already_member', 'escalation', 'limit_reached', 'rate_limited'],
    budget: { calls: 2, rcu: 30, wcu: 20 },
  }),
  resend: route('POST /api/staff/workspaces/{workspaceId}/invitations/{invitationId}/resend', {
    summary: 'Send an invitation anew; the link of the mail before stops working',
    audience: 'staff',
    permission: 'members.invite',
    needs: ['table.read', 'table.write', 'directory.change', 'mail.post'],
    params: invitation,
    ifMatch: true,
    response: Invitation,
    status: 200,
    errors: ['escalation', 'invitation_closed', 'rate_limited'],
    budget: { calls: 2, rcu: 6, wcu: 20 },
  }),
  revoke: route('DELETE /api/staff/workspaces/{workspaceId}/invitations/{invitationId}', {
    summary: 'Take an invitation back',
    audience: 'staff',
    permission: 'members.invite',
    needs: ['table.read', 'table.write'],
    params: invitation,
    response: null,
    status: 204,
    errors: ['escalation', 'invitation_closed'],
    budget: { calls: 2, rcu: 1, wcu: 6 },
  }),
} as const;

/** What the one who holds the link does, before he is known. */
export const joining = {
  look: route('POST /api/auth/staff/invitations/look', {
    summary: 'What an invitation says; looking at it changes nothing',
    audience: 'public',
    permission: 'anyone',
    needs: ['directory.read', 'table.read', 'identity.people'],
    body: InvitationToken,
    response: InvitationFace,
    status: 200,
    budget: { calls: 3, rcu: 3, wcu: 0 },
  }),
  acceptAsNew: route('POST /api/auth/staff/invitations/accept', {
    summary: 'Join as somebody who cannot sign in yet',
    audience: 'public',
    permission: 'anyone',
    needs: [
      'directory.read',
      'directory.write',
      'table.read',
      'table.write',
      'identity.people',
      'identity.staff',
    ],
    body: InvitationAcceptNew,
    response: Session,
    status: 201,
    errors: ['already_member', 'invitation_closed', 'limit_reached'],
    budget: { calls: 4, rcu: 5, wcu: 30 },
  }),
} as const;

/** What the one who holds the link does when he is signed in. */
export const joiningAsMyself = {
  accept: route('POST /api/staff/invitations/accept', {
    summary: 'Join with the account that is signed in; it must be the invited address',
    audience: 'staff',
    permission: 'signed_in',
    needs: ['directory.read', 'directory.write', 'table.read', 'table.write'],
    body: InvitationToken,
    response: null,
    status: 204,
    errors: ['already_member', 'invitation_closed', 'limit_reached'],
    budget: { calls: 5, rcu: 6, wcu: 30 },
  }),
} as const;
