import { ClientId, UserId, WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import {
  AccountTeam,
  MemberPlace,
  TeamPlace,
  TeamPlaceCreate,
  TeamPlacePatch,
} from '../schemas/account-team.ts';

const ofClient = { workspaceId: WorkspaceId, clientId: ClientId };
const place = { ...ofClient, userId: UserId };

/** Who of the workspace does what for a client, besides its one owner. A place gives nobody sight of the client. */
export const accountTeam = {
  list: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/account-team', {
    summary: 'The account team of a client, and who of it does not see the client',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: ofClient,
    response: AccountTeam,
    status: 200,
    budget: { calls: 3, rcu: 22, wcu: 0 },
  }),
  create: route('POST /api/staff/workspaces/{workspaceId}/clients/{clientId}/account-team', {
    summary: 'Put a member on the account team of a client',
    audience: 'staff',
    permission: 'clients.update',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: ofClient,
    body: TeamPlaceCreate,
    response: TeamPlace,
    status: 201,
    errors: ['already_on_team'],
    budget: { calls: 5, rcu: 12, wcu: 14 },
  }),
  update: route('PATCH /api/staff/workspaces/{workspaceId}/clients/{clientId}/account-team/{userId}', {
    summary: 'Change what a member does on the account team of a client, or since when',
    audience: 'staff',
    permission: 'clients.update',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: place,
    body: TeamPlacePatch,
    response: TeamPlace,
    status: 200,
    budget: { calls: 5, rcu: 6, wcu: 10 },
  }),
  remove: route('DELETE /api/staff/workspaces/{workspaceId}/clients/{clientId}/account-team/{userId}', {
    summary: 'Take a member off the account team of a client',
    audience: 'staff',
    permission: 'clients.update',
    feature: 'clients',
    needs: ['table.read', 'table.write'],
    params: place,
    response: null,
    status: 204,
    budget: { calls: 4, rcu: 4, wcu: 12 },
  }),
  ofMember: route('GET /api/staff/workspaces/{workspaceId}/members/{userId}/account-team', {
    summary: 'On the account teams of which clients a member is, without clients that the asker does not see',
    audience: 'staff',
    permission: 'clients.view',
    feature: 'clients',
    needs: ['table.read'],
    params: { workspaceId: WorkspaceId, userId: UserId },
    query: pagingQuery,
    response: pageOf(MemberPlace),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 2, rcu: 60, wcu: 0 },
  }),
} as const;
