import { ClientId, WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { PortalBootstrap, PortalCompanyPage, PortalMe } from '../schemas/portal.ts';

/** What a portal says of itself before sign-in; a function of its own, since nobody has to prove anything. */
export const portalFront = {
  bootstrap: route('GET /api/portal/bootstrap', {
    summary: 'Brand and language of the portal at this host name',
    audience: 'public',
    permission: 'anyone',
    needs: ['directory.read', 'table.read'],
    response: PortalBootstrap,
    status: 200,
    errors: ['not_found'],
    budget: { calls: 2, rcu: 2, wcu: 0 },
  }),
} as const;

export const portal = {
  me: route('GET /api/portal/me', {
    summary: 'Who is signed in, and the companies this portal shows to that person',
    audience: 'portal',
    permission: 'signed_in',
    needs: ['directory.read', 'table.read'],
    response: PortalMe,
    status: 200,
    budget: { calls: 3, rcu: 8, wcu: 0 },
  }),
  company: route('GET /api/portal/workspaces/{workspaceId}/clients/{clientId}/company', {
    summary: "The person's own company, its account manager, and the firm's own fields that are shown to it",
    audience: 'portal',
    permission: 'portal.dashboard',
    needs: ['table.read'],
    params: { workspaceId: WorkspaceId, clientId: ClientId },
    response: PortalCompanyPage,
    status: 200,
    budget: { calls: 3, rcu: 8, wcu: 0 },
  }),
} as const;
